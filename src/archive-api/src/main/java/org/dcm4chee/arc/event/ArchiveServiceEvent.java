// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.event;

import jakarta.servlet.http.HttpServletRequest;

public class ArchiveServiceEvent {

    public Type getType() {
        throw new UnsupportedOperationException();
    }

    public HttpServletRequest getRequest() {
        throw new UnsupportedOperationException();
    }

    private ArchiveServiceEvent() {}

    public enum Type {
        STARTED,
        STOPPED,
        RELOADED;
    }
}
