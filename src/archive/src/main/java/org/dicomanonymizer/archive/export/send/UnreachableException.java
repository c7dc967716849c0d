// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export.send;

import java.io.IOException;

/** The destination can't be reached at all, so that there is no sense in trying the next object. */
public final class UnreachableException extends IOException {
    private static final long serialVersionUID = 1L;

    public UnreachableException(String message) {
        super(message);
    }
}
