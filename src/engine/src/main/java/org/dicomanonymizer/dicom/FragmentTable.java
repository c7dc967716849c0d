// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.dicomanonymizer.codestream.FrameBytes;

/** Where the items of encapsulated pixel data lie: a table of offsets, which may be empty, and fragments (PS3.5 section A.4). */
final class FragmentTable {
    private static final int ITEM_HEADER = 8;
    private static final int OFFSET = 4;
    private static final int MANY = 16;

    private final Value.Region region;
    private long[] starts = new long[MANY];
    private long[] ends = new long[MANY];
    private int count;

    /** @throws IOException if the value can't be read */
    FragmentTable(Value.Region region) throws IOException {
        this.region = region;
        ByteOrder order = region.fragments.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        byte[] header = new byte[ITEM_HEADER];
        long end = region.position + region.length;
        for (long at = region.position; at < end; at = ends[count - 1]) {
            if (region.source.read(at, header, 0, ITEM_HEADER) < ITEM_HEADER) throw ByteSource.ended();
            long length = ByteBuffer.wrap(header).order(order).getInt(4) & 0xFFFFFFFFL;
            add(at + ITEM_HEADER, at + ITEM_HEADER + length);
        }
    }

    private void add(long start, long end) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
        }
        starts[count] = start;
        ends[count++] = end;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** What the fragments behind the table of offsets hold. */
    FrameBytes frames() {
        int first = Math.min(1, count);
        return new FrameBytes(
                region.source::read, Arrays.copyOfRange(starts, first, count), Arrays.copyOfRange(ends, first, count));
    }

    long offsetsStart() {
        return starts[0];
    }

    long offsetsLength() {
        return ends[0] - starts[0];
    }

    /** Whether the table of offsets is one: ascending from zero, and each where a fragment begins. */
    boolean tellsOffsets() throws IOException {
        long length = offsetsLength();
        if (length % OFFSET != 0 || length / OFFSET >= count) return length == 0;
        byte[] table = new byte[(int) length];
        if (region.source.read(starts[0], table, 0, table.length) < table.length) throw ByteSource.ended();
        ByteBuffer offsets = ByteBuffer.wrap(table)
                .order(region.fragments.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int fragment = 1; offsets.hasRemaining(); fragment++) {
            // Above 4 GB offsets start anew from zero, so only their lower half is compared.
            int offset = offsets.getInt();
            while (fragment < count && (int) (starts[fragment] - starts[1]) != offset) fragment++;
            if (fragment >= count) return false;
        }
        return true;
    }
}
