// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.IOException;

/** Steps over the fragments of encapsulated pixel data without reading them (PS3.5 section A.4). */
final class Fragments {
    private final Cursor cursor;
    private final Findings findings;
    private final int tag;
    private final Encoding encoding;
    private final ElementHeader header = new ElementHeader();
    private boolean delimited;

    Fragments(Cursor cursor, Findings findings, int tag, Encoding encoding) {
        this.cursor = cursor;
        this.findings = findings;
        this.tag = tag;
        this.encoding = encoding;
    }

    /** Moves behind the delimiter, or to the end if there is none, and gives the position behind the last fragment. */
    long skip(long end) throws IOException {
        while (cursor.position() < end) {
            long start = cursor.position();
            if (!header.parse(cursor, start, Math.min(end, start + 8), encoding)) {
                throw findings.failure(tag, start, "the data end within a fragment's header", DataSetParser.INCOMPLETE);
            }
            cursor.skip(8);
            delimited = header.tag == ElementHeader.SEQUENCE_END;
            if (delimited) return start;
            if (header.tag != ElementHeader.ITEM) {
                throw findings.failure(
                        tag, start, "something else than a fragment stands among them", DataSetParser.REPAIR);
            }
            if (header.length > end - cursor.position()) {
                throw findings.failure(tag, start, "a fragment is longer than the file", DataSetParser.INCOMPLETE);
            }
            cursor.skip(header.length);
        }
        return end;
    }

    /** Whether the delimiter was there. */
    boolean delimited() {
        return delimited;
    }
}
