// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Sends a data set in parts that the other side can take. */
final class DataParts extends PDVOutputStream {
    private static final int HEADERS = 6;

    private final OutputStream out;
    private final int context;
    private final byte[] part;
    private int used;

    DataParts(OutputStream out, int context, int maxLength) {
        this.out = out;
        this.context = context;
        this.part = new byte[Math.min(maxLength, 1 << 16) - HEADERS];
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int done = 0; done < length; ) {
            if (used == part.length) send(false);
            int count = Math.min(length - done, part.length - used);
            System.arraycopy(bytes, from + done, part, used, count);
            used += count;
            done += count;
        }
    }

    private void send(boolean last) throws IOException {
        out.write(UpperLayer.data(context, false, last, part, used));
        used = 0;
    }

    @Override
    public void close() throws IOException {
        send(true);
    }

    @Override
    public void copyFrom(InputStream in, int length) throws IOException {
        write(in.readNBytes(length));
    }

    @Override
    public void copyFrom(InputStream in) throws IOException {
        in.transferTo(this);
    }
}
