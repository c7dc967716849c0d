// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export.send;

import java.io.Closeable;
import java.io.IOException;

/** Where one export sends its objects. Used by many threads, each of which takes a session for an object. */
public interface Destination extends Closeable {
    /** How many sessions there may be at once. */
    int maxSessions();

    /** A new session; it connects when it has something to send. */
    Session open();

    /** Whether nothing has been sent before {@link #commit}. */
    default boolean isAllOrNothing() {
        return false;
    }

    /**
     * Makes valid what is so only as a whole. Called once, after the last object, unless the export was canceled.
     *
     * @throws IOException if that fails; nothing has been sent then
     */
    default void commit() throws IOException {}

    /** Undoes what needed a {@link #commit} and did not get it. */
    @Override
    default void close() throws IOException {}
}
