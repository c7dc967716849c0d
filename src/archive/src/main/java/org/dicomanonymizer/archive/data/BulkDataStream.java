// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import org.dcm4che3.data.BulkData;
import org.dicomanonymizer.dicom.VR;

/** A value that the archive keeps elsewhere, opened on first use, in the byte order wanted. */
final class BulkDataStream extends InputStream {
    private static final int BUFFER = 8192; // a multiple of every word's length

    private final int tag;
    private final BulkData bulk;
    private final VR vr;
    private final boolean swap;

    private InputStream in;
    private long read;
    private boolean ended;
    private byte[] buffer = {};
    private int used;

    BulkDataStream(int tag, BulkData bulk, VR vr, boolean bigEndian) {
        this.tag = tag;
        this.bulk = bulk;
        this.vr = vr;
        this.swap = bulk.bigEndian() != bigEndian;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) return 0;
        if (used == buffer.length && !fill()) return -1;
        int count = Math.min(length, buffer.length - used);
        System.arraycopy(buffer, used, target, offset, count);
        used += count;
        return count;
    }

    private boolean fill() throws IOException {
        if (ended) return false;
        long length = bulk.longLength();
        int wanted = length < 0 ? BUFFER : (int) Math.min(BUFFER, length - read);
        buffer = wanted == 0 ? new byte[0] : next(wanted);
        used = 0;
        read += buffer.length;
        if (length >= 0 && buffer.length < wanted) throw LargeValue.unreadable(tag, EOFException.class);
        ended = buffer.length < BUFFER;
        if (swap) Bytes.swap(buffer, vr.unit());
        return buffer.length > 0;
    }

    private byte[] next(int count) throws IOException {
        try {
            if (in == null) in = open();
            return in.readNBytes(count);
        } catch (IOException | RuntimeException e) {
            throw LargeValue.unreadable(tag, e.getClass());
        }
    }

    /** Only files are opened: any other place is one for clients of the archive to ask, with their own rights. */
    private InputStream open() throws IOException {
        String place = bulk.getURI();
        if (place == null || !place.startsWith("file:")) throw new NoSuchFileException(null);
        return bulk.openStream();
    }

    @Override
    public void close() throws IOException {
        if (in != null) in.close();
    }
}
