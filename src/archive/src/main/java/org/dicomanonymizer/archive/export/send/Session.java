// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export.send;

import java.io.Closeable;
import java.io.IOException;
import org.dicomanonymizer.action.RefusedException;

/** A connection to a destination, for one object after the other. */
public interface Session extends Closeable {
    /**
     * Sends an object; when this returns the destination has it. After an exception the next object may be sent.
     *
     * @throws RefusedException if the destination can't take this object, today or tomorrow
     * @throws RejectedException if the destination answered that it did not take it
     * @throws IOException if it could not be sent
     */
    void send(DeidentifiedObject object) throws IOException, InterruptedException;

    /** Breaks off what is being sent, from another thread. */
    void abort();

    /** Takes leave of the destination; another object would make it connect again. */
    @Override
    void close();
}
