// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.retrieve;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.dcm4chee.arc.entity.Location;
import org.dcm4chee.arc.storage.ReadContext;

/** Closes its stream. */
public class LocationInputStream implements Closeable {
    public final ReadContext ctx;
    public final Location location;
    public final InputStream stream;

    public LocationInputStream(InputStream stream, ReadContext ctx, Location location) {
        this.stream = stream;
        this.ctx = ctx;
        this.location = location;
    }

    public void close() throws IOException {
        stream.close();
    }
}
