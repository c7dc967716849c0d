// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.IOException;

/** Writes the elements of a data set as they were read, or as they are now. Lengths first: they stand before what they count. */
final class DataSetComposer {
    private static final int META_LENGTH = 0x00020000;
    private static final int DELIMITER = 8;

    /** Where the two reserved bytes stand in a header of the long form. */
    private static final int RESERVED = 6;

    private static final byte[] ZEROS = {0, 0};

    private DataSetComposer() {}

    /** Writes a data set. */
    static void write(DicomDataSet set, Sink sink) throws IOException {
        measure(set);
        elements(set, sink);
    }

    /** Writes File Meta Information; if it has changed, with the group length it must have (PS3.10 section 7.1). */
    static void writeMeta(DicomDataSet meta, Sink sink) throws IOException {
        if (meta.isChanged() && meta.elements().size() > 0) meta.setString(META_LENGTH, VR.UL, "0");
        write(meta, sink);
    }

    /** The encoded length in bytes, noted on the way for every item and sequence. */
    private static long measure(DicomDataSet set) {
        ElementTable elements = set.elements();
        long total = 0;
        int lengthTag = -1;
        long groupStart = 0;
        for (int i = 0; i < elements.size(); i++) {
            int tag = elements.tagAt(i);
            if (lengthTag != -1 && Tag.group(lengthTag) != Tag.group(tag)) {
                setGroupLength(set, lengthTag, total - groupStart);
                lengthTag = -1;
            }
            boolean groupLength = Tag.isGroupLength(tag) && set.isChanged();
            if (groupLength) setGroupLength(set, tag, 0); // first, since its header may become another
            total += measure(set, elements.valueAt(i));
            if (groupLength) {
                lengthTag = tag;
                groupStart = total;
            }
        }
        if (lengthTag != -1) setGroupLength(set, lengthTag, total - groupStart);
        set.encodedLength = total;
        return total;
    }

    /** Keeps a group length true in a data set that has changed (retired, PS3.5 section 7.2). */
    private static void setGroupLength(DicomDataSet set, int tag, long length) {
        if (set.length(tag) == 4) set.setString(tag, VR.UL, Long.toString(Math.min(length, Encoding.UNDEFINED)));
    }

    private static long measure(DicomDataSet set, Value value) {
        if (value instanceof Value.Slice slice) {
            long header = slice.headerLength > 0
                    ? slice.headerLength
                    : headerOf(set, slice).form().length;
            return header + slice.length;
        }
        if (value instanceof Value.Region region) {
            return region.header.form().length + region.length + (region.fragments != null ? DELIMITER : 0);
        }
        Value.Sequence sequence = (Value.Sequence) value;
        long length = 0;
        for (DicomDataSet item : sequence.items) {
            long itemLength = measure(item);
            item.undefinedLength |= itemLength >= Encoding.UNDEFINED;
            length += DELIMITER + itemLength + (item.undefinedLength ? DELIMITER : 0);
        }
        sequence.encodedLength = length;
        sequence.writeUndefined = sequence.undefinedLength || length >= Encoding.UNDEFINED;
        return headerOf(sequence).form().length + length + (sequence.writeUndefined ? DELIMITER : 0);
    }

    private static Value.Header headerOf(DicomDataSet set, Value.Slice slice) {
        return Value.Header.of(Value.Form.of(slice.vr, set.encoding()), Value.Header.code(slice.vr), 0)
                .holding(slice.length);
    }

    private static Value.Header headerOf(Value.Sequence sequence) {
        return sequence.header.holding(sequence.writeUndefined ? Encoding.UNDEFINED : sequence.encodedLength);
    }

    private static void elements(DicomDataSet set, Sink sink) throws IOException {
        ElementTable elements = set.elements();
        for (int i = 0; i < elements.size(); i++) {
            int tag = elements.tagAt(i);
            Value value = elements.valueAt(i);
            if (value instanceof Value.Slice slice) slice(set, tag, slice, sink);
            else if (value instanceof Value.Region region) region(set, tag, region, sink);
            else sequence(set, tag, (Value.Sequence) value, sink);
        }
    }

    private static void slice(DicomDataSet set, int tag, Value.Slice slice, Sink sink) throws IOException {
        int kept = slice.headerLength;
        if (kept == 0) sink.header(set.encoding(), tag, headerOf(set, slice), slice.length);
        if (holdsReserved(slice) && clears(set)) {
            sink.bytes(slice.chunk, slice.start - kept, RESERVED);
            sink.bytes(ZEROS, 0, ZEROS.length);
            kept -= RESERVED + ZEROS.length;
        }
        sink.bytes(slice.chunk, slice.start - kept, kept + slice.length);
    }

    private static boolean holdsReserved(Value.Slice slice) {
        int at = slice.start - slice.headerLength + RESERVED;
        return slice.headerLength == Value.Form.LONG.length && (slice.chunk[at] != 0 || slice.chunk[at + 1] != 0);
    }

    /**
     * Whether the reserved bytes of headers are made the zeros that they have to be (PS3.5 section 7.1.2): anything may stand
     * in them, so they are left as they were only where nothing at all was changed.
     */
    private static boolean clears(DicomDataSet set) {
        return set.isChanged() || set.parent() != null && clears((DicomDataSet) set.parent());
    }

    private static Value.Header cleared(DicomDataSet set, Value.Header header) {
        return header.reserved() != 0 && clears(set) ? Value.Header.of(header.form(), header.code(), 0) : header;
    }

    private static void region(DicomDataSet set, int tag, Value.Region region, Sink sink) throws IOException {
        long length = region.fragments != null ? Encoding.UNDEFINED : region.length;
        sink.header(set.encoding(), tag, cleared(set, region.header), length);
        sink.region(region.source, region.position, region.length);
        if (region.fragments != null) sink.item(region.fragments, ElementHeader.SEQUENCE_END, 0);
    }

    private static void sequence(DicomDataSet set, int tag, Value.Sequence sequence, Sink sink) throws IOException {
        Encoding inside = sequence.inside;
        long length = sequence.writeUndefined ? Encoding.UNDEFINED : sequence.encodedLength;
        sink.header(set.encoding(), tag, cleared(set, headerOf(sequence)), length);
        for (DicomDataSet item : sequence.items) {
            sink.item(inside, ElementHeader.ITEM, item.undefinedLength ? Encoding.UNDEFINED : item.encodedLength);
            elements(item, sink);
            if (item.undefinedLength) sink.item(inside, ElementHeader.ITEM_END, 0);
        }
        if (sequence.writeUndefined) sink.item(inside, ElementHeader.SEQUENCE_END, 0);
    }
}
