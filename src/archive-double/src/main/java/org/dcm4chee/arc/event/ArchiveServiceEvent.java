// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.event;

import jakarta.servlet.http.HttpServletRequest;

/** The archive was started, stopped, or has reloaded its configuration. */
public class ArchiveServiceEvent {
    private final Type type;
    private final HttpServletRequest request;

    public ArchiveServiceEvent(Type type, HttpServletRequest request) {
        this.type = type;
        this.request = request;
    }

    public Type getType() {
        return type;
    }

    public HttpServletRequest getRequest() {
        return request;
    }

    public enum Type {
        STARTED,
        STOPPED,
        RELOADED;
    }
}
