// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export.send;

import java.io.IOException;

/** Tells why a connection failed. */
final class Reasons {
    private Reasons() {}

    /** The message that the network gave, which knows nothing of the objects; or else what kind of failure it is. */
    static String of(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
