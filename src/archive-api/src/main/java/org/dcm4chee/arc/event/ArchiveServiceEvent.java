// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.event;

import jakarta.servlet.http.HttpServletRequest;

public class ArchiveServiceEvent {

    public ArchiveServiceEvent(Type type, HttpServletRequest request) {}

    public Type getType() {
        throw new UnsupportedOperationException();
    }

    public HttpServletRequest getRequest() {
        throw new UnsupportedOperationException();
    }

    public enum Type {
        STARTED,
        STOPPED,
        RELOADED;
    }
}
