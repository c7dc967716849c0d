// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.dicomanonymizer.codestream.Blank;

/** A view of a source in which parts are overwritten. What it is a view of has to be closed by others. */
final class BlankedSource extends ByteSource {
    private final ByteSource source;
    private final Blank[] blanks;

    /** @param blanks the parts, in the order of the source and without overlaps */
    BlankedSource(ByteSource source, List<Blank> blanks) {
        this.source = source;
        this.blanks = blanks.toArray(Blank[]::new);
    }

    @Override
    long size() {
        return source.size();
    }

    @Override
    int read(long position, byte[] into, int offset, int length) throws IOException {
        int count = source.read(position, into, offset, length);
        long end = position + count;
        for (int i = firstEndingBehind(position); i < blanks.length && blanks[i].position() < end; i++) {
            int from = (int) Math.max(0, blanks[i].position() - position);
            int to = (int) Math.min(count, blanks[i].end() - position);
            Arrays.fill(into, offset + from, offset + to, blanks[i].fill());
        }
        return count;
    }

    private int firstEndingBehind(long position) {
        int low = 0;
        for (int high = blanks.length; low < high; ) {
            int middle = (low + high) >>> 1;
            if (blanks[middle].end() <= position) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    @Override
    public void close() {}
}
