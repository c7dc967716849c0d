// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.data;

import java.io.IOException;

/** A value that the archive keeps elsewhere and that can't be read there. The message names its tag, and no place or value. */
public final class UnreadableValueException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableValueException(String message) {
        super(message);
    }
}
