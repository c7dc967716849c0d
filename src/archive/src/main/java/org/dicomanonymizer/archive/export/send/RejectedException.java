// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export.send;

import java.io.IOException;

/** The destination was there and answered, but did not take the object. */
public final class RejectedException extends IOException {
    private static final long serialVersionUID = 1L;

    public RejectedException(String message) {
        super(message);
    }
}
