// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.IOException;

/** Reads the elements of a data set and of its items. */
final class DataSetParser {
    /** Values up to here are held in memory. */
    static final int SMALL = 1 << 13;

    private static final int MAX_DEPTH = 100;
    private static final int PIXEL_DATA = 0x7FE00010;
    private static final int META_LENGTH = 0x00020000;
    private static final int META_SYNTAX = 0x00020010;
    static final String INCOMPLETE = "get a complete copy of it";
    private static final String SUPPLIED = " is missing and is supplied";
    private static final String SPARE_DELIMITER = "a delimiter that delimits nothing is left out";
    static final String REPAIR = "have it repaired or written again by its source";

    private final Cursor cursor;
    private final Findings findings;
    private final EncodingGuess guess;
    private final ElementHeader header = new ElementHeader();

    /** Above 0 while it is but tried whether a value consists of items: then nothing irregular is accepted. */
    private int trials;

    /** Once is enough: it may take reading up to the end. */
    private boolean paddingSought;

    DataSetParser(Cursor cursor, Findings findings) {
        this.cursor = cursor;
        this.findings = findings;
        this.guess = new EncodingGuess(cursor);
    }

    /** Reads everything up to the end of the source. */
    void root(DicomDataSet root) throws IOException {
        elements(root, cursor.size(), 0);
    }

    /** Reads the File Meta Information: all elements of group 0002, whatever length it claims (PS3.10 section 7.1). */
    void meta(DicomDataSet meta) throws IOException {
        long end = cursor.size();
        long claimed = -1;
        while (startsWithGroup2() && !(cursor.position() == claimed && isDeflated(meta))) {
            long start = cursor.position();
            header(meta.encoding(), start, end);
            int tag = header.tag;
            meta.elements().append(tag, value(meta, start, end, 0));
            if (tag == META_LENGTH && meta.length(tag) == 4) {
                claimed = cursor.position() + Encoding.EXPLICIT_LITTLE.u32(meta.bytes(tag), 0);
            }
        }
        if (claimed != cursor.position())
            findings.warn(META_LENGTH, "the length of the file meta information is wrong");
        complete(meta);
    }

    boolean startsWithGroup2() throws IOException {
        int at = cursor.require(8);
        return at >= 0 && Encoding.EXPLICIT_LITTLE.u16(cursor.buffer(), at) == 2;
    }

    private static boolean isDeflated(DicomDataSet meta) {
        String uid = meta.string(META_SYNTAX);
        TransferSyntax syntax = uid == null ? null : TransferSyntax.of(uid);
        return syntax != null && syntax.isDeflated();
    }

    /** Reads up to the end or, if the data set is an item of undefined length, its delimiter; says whether that was there. */
    private boolean elements(DicomDataSet set, long end, int depth) throws IOException {
        boolean delimited = false;
        while (!delimited && cursor.position() < end) {
            long start = cursor.position();
            if (depth == 0 && isPadding()) break;
            header(set.encoding(), start, end);
            if (header.isDelimiter()) {
                delimited = header.tag == ElementHeader.ITEM_END && set.undefinedLength;
                if (!delimited && belongsToSequence(set, start)) break;
                continue;
            }
            int tag = header.tag;
            if (depth == 0 && isMisplaced(tag, set)) {
                throw findings.failure(tag, start, "no such element can stand within a data set", REPAIR);
            }
            set.elements().append(tag, value(set, start, end, depth));
        }
        complete(set);
        return delimited;
    }

    /** Elements of a message or of File Meta Information: a sign that the bytes before were not understood. */
    private static boolean isMisplaced(int tag, DicomDataSet set) {
        return Tag.group(tag) == 2 || Tag.group(tag) == 0 && set.elements().size() > 0;
    }

    private void complete(DicomDataSet set) throws IOException {
        boolean ascending = set.elements().sort(tag -> findings.warn(tag, "a second element of this tag is left out"));
        if (!ascending && trials > 0) throw findings.failure(cursor.position(), "elements are out of order", REPAIR);
        if (!ascending) findings.warn("the elements are not in ascending order");
        if (set.contains(DicomDataSet.SPECIFIC_CHARACTER_SET)
                && !set.characterSet().isKnown()) {
            findings.warn(DicomDataSet.SPECIFIC_CHARACTER_SET, "not all of it is known; it is read as ISO 8859-1");
        }
    }

    /** Whether the rest of the file is nothing but zeros, which some programs leave behind the data set. */
    private boolean isPadding() throws IOException {
        int count = (int) Math.min(4, cursor.size() - cursor.position());
        int at = cursor.require(count);
        for (int i = at; i < at + count; i++) if (cursor.buffer()[i] != 0) return false;
        if (paddingSought || !cursor.onlyZerosFollow()) {
            paddingSought = true;
            return false;
        }
        findings.warn("the zeros behind the data set are left out");
        cursor.position(cursor.size());
        return true;
    }

    /** Whether a delimiter among elements belongs to the sequence around; else it is left out, if it can be. */
    private boolean belongsToSequence(DicomDataSet set, long start) throws IOException {
        if (set.undefinedLength) {
            cursor.position(start);
            return true;
        }
        if (header.tag == ElementHeader.ITEM) {
            throw findings.failure(header.tag, start, "an item stands where an element should", REPAIR);
        }
        irregular(header.tag, start, SPARE_DELIMITER);
        return false;
    }

    /** Reads a header and moves behind it. */
    private void header(Encoding encoding, long start, long end) throws IOException {
        if (!header.read(cursor, start, end, encoding)) {
            throw findings.failure(start, "the data end within the header of an element", INCOMPLETE);
        }
        cursor.position(start + header.form.length);
    }

    private Value value(DicomDataSet set, long start, long end, int depth) throws IOException {
        int tag = header.tag;
        long length = header.length;
        Value.Header written = header.written();
        VR vr = effective(tag, header.declared);
        findings.use(Findings.ELEMENT);
        Encoding inside = inside(set.encoding(), header);
        if (header.isUndefinedLength()) {
            return undefined(set, new Value.Sequence(written, true, inside), vr, end, depth);
        }
        long from = cursor.position();
        if (length > end - from) {
            String container = depth == 0 ? "the file" : "what contains it";
            throw findings.failure(
                    tag, start, "its value of " + length + " bytes is longer than " + container, INCOMPLETE);
        }
        if (vr == VR.SQ) return items(new Value.Sequence(written, false, inside), set, tag, from + length, depth);
        if (vr == VR.UN && length >= 8 && startsWithItem(from)) {
            Value.Sequence sequence = new Value.Sequence(written, false, inside);
            if (tryItems(sequence, set, tag, from + length, depth, 1)) return sequence;
        }
        if (length > SMALL) {
            cursor.skip(length);
            return new Value.Region(vr, written, cursor.source(), from, length, null);
        }
        int whole = written.form().length + (int) length;
        if (!cursor.isInMemory()) findings.use(whole);
        if (cursor.require(start, whole) < 0) throw ByteSource.ended();
        cursor.skip(length);
        return cursor.keep(vr, written.form().length, (int) length);
    }

    private static VR effective(int tag, VR declared) {
        if (declared != null && declared != VR.UN) return declared;
        VR known = Dictionary.standard().vr(tag);
        return known == null ? VR.UN : known;
    }

    /** How the items of a sequence with this header are encoded; in UN always in implicit VR (PS3.5 section 6.2.2). */
    private static Encoding inside(Encoding encoding, ElementHeader header) {
        if (!encoding.explicit()) return encoding;
        if (header.form == Value.Form.IMPLICIT) return encoding.otherHeader();
        return header.declared == null || header.declared == VR.UN ? Encoding.IMPLICIT_LITTLE : encoding;
    }

    private boolean startsWithItem(long at) throws IOException {
        int index = cursor.require(at, 8);
        return index >= 0 && Encoding.EXPLICIT_LITTLE.tag(cursor.buffer(), index) == ElementHeader.ITEM;
    }

    private Value undefined(DicomDataSet set, Value.Sequence sequence, VR vr, long end, int depth) throws IOException {
        int tag = header.tag;
        VR declared = header.declared;
        long from = cursor.position();
        if (vr == VR.SQ || tag != PIXEL_DATA && declared != VR.OB && declared != VR.OW) {
            if (vr == VR.SQ) return items(sequence, set, tag, end, depth);
            if (tryItems(sequence, set, tag, end, depth, 0)) return sequence;
        }
        Fragments fragments = new Fragments(cursor, findings, tag, sequence.inside);
        long last = fragments.skip(end);
        if (!fragments.delimited()) irregular(tag, end, "the delimiter behind the pixel data" + SUPPLIED);
        return new Value.Region(vr, sequence.header, cursor.source(), from, last - from, sequence.inside);
    }

    /**
     * Reads a value as items if it is nothing else; if not, returns to its begin.
     *
     * @param strictness 1 if nothing irregular is to be accepted, 0 if it must be items anyway
     */
    private boolean tryItems(Value.Sequence sequence, DicomDataSet set, int tag, long end, int depth, int strictness)
            throws IOException {
        long from = cursor.position();
        int warnings = findings.warnings();
        trials += strictness;
        try {
            items(sequence, set, tag, end, depth);
            return true;
        } catch (DicomException e) {
            if (findings.isFinal(e)) throw e;
            findings.forgetFrom(warnings);
            cursor.position(from);
            return false;
        } finally {
            trials -= strictness;
        }
    }

    private Value.Sequence items(Value.Sequence sequence, DicomDataSet set, int tag, long end, int depth)
            throws IOException {
        if (depth >= MAX_DEPTH) {
            throw findings.refusal(tag, cursor.position(), "more than " + MAX_DEPTH + " sequences are nested");
        }
        while (true) {
            long start = cursor.position();
            if (start == end) {
                if (sequence.undefinedLength) irregular(tag, start, "the delimiter of the sequence" + SUPPLIED);
                return sequence;
            }
            if (!header.parse(cursor, start, Math.min(end, start + 8), sequence.inside)) {
                throw findings.failure(tag, start, "the data end within an item's header", INCOMPLETE);
            }
            cursor.skip(8);
            if (header.tag == ElementHeader.ITEM) {
                item(sequence, set, tag, end, depth);
            } else if (header.tag == ElementHeader.SEQUENCE_END
                    && (sequence.undefinedLength || cursor.position() == end)) {
                if (!sequence.undefinedLength) irregular(tag, start, SPARE_DELIMITER);
                return sequence;
            } else if (header.tag == ElementHeader.ITEM_END) {
                irregular(tag, start, SPARE_DELIMITER);
            } else {
                throw findings.failure(tag, start, "something else than an item stands among its items", REPAIR);
            }
        }
    }

    private void item(Value.Sequence sequence, DicomDataSet set, int tag, long end, int depth) throws IOException {
        findings.use(Findings.ELEMENT);
        boolean undefined = header.length == Encoding.UNDEFINED;
        long from = cursor.position();
        if (!undefined && header.length > end - from) {
            throw findings.failure(tag, from, "an item is longer than what contains it", INCOMPLETE);
        }
        long itemEnd = undefined ? end : from + header.length;
        Encoding encoding = from == itemEnd ? sequence.inside : guess.here(sequence.inside, itemEnd);
        DicomDataSet item = new DicomDataSet(set, encoding);
        item.undefinedLength = undefined;
        boolean delimited = elements(item, itemEnd, depth + 1);
        if (undefined && !delimited) irregular(tag, cursor.position(), "the delimiter of an item" + SUPPLIED);
        sequence.items.add(item);
    }

    /** Accepts what is against the rules but clear, with a warning; not while it is only tried to read items. */
    private void irregular(int tag, long offset, String what) throws DicomException {
        if (trials > 0) throw findings.failure(tag, offset, what, REPAIR);
        findings.warn(tag, what);
    }
}
