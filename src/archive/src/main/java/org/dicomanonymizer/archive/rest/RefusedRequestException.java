// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.rest;

import jakarta.ws.rs.core.Response;

/** A request that is answered with an error. The message is for its sender, and holds no value of an object. */
final class RefusedRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Response.Status status;

    RefusedRequestException(Response.Status status, String reason) {
        super(reason, null, false, false);
        this.status = status;
    }

    Response.Status status() {
        return status;
    }
}
