// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.util.Set;

/**
 * Objects in another transfer syntax, holding what they held. Between those that leave pixels uncompressed only headers and byte
 * order differ; to and from others pixels have to come from a codec. Big values stay where they are.
 */
public final class Reencoding {
    private static final Set<TransferSyntax> UNCOMPRESSED = Set.of(
            TransferSyntax.IMPLICIT_LITTLE,
            TransferSyntax.EXPLICIT_LITTLE,
            TransferSyntax.EXPLICIT_BIG,
            TransferSyntax.DEFLATED);

    private static final int PIXEL_REPRESENTATION = 0x00280103;

    private final boolean signed;
    private final boolean fromImplicit;

    private Reencoding(DicomObject object) {
        signed = "1".equals(object.dataSet().string(PIXEL_REPRESENTATION));
        fromImplicit = !object.transferSyntax().isExplicit();
    }

    /** Whether an object can be had in another transfer syntax without a codec: none of its values is compressed. */
    public static boolean isPossible(DicomObject object, TransferSyntax to) {
        TransferSyntax from = object.transferSyntax();
        return UNCOMPRESSED.contains(to)
                && (UNCOMPRESSED.contains(from) || from.isEncapsulated())
                && !holdsFragments(object.dataSet());
    }

    private static boolean holdsFragments(DicomDataSet set) {
        ElementTable elements = set.elements();
        for (int i = 0; i < elements.size(); i++) if (holdsFragments(elements.valueAt(i))) return true;
        return false;
    }

    /** Whether a value is compressed, or one of an item is. */
    static boolean holdsFragments(Value value) {
        return value instanceof Value.Region region && region.fragments != null
                || value instanceof Value.Sequence sequence
                        && sequence.items.stream().anyMatch(Reencoding::holdsFragments);
    }

    /**
     * The same object in another transfer syntax; close it in place of the one that it was.
     *
     * @throws IllegalArgumentException unless it {@linkplain #isPossible is possible}
     */
    public static DicomObject to(TransferSyntax syntax, DicomObject object) {
        if (!isPossible(object, syntax))
            throw new IllegalArgumentException("Only a codec leads from " + object.transferSyntax() + " to " + syntax);
        DicomDataSet dataSet = new Reencoding(object).copy(object.dataSet(), null, syntax.encoding());
        DicomDataSet meta = object.fileMeta();
        if (meta.elements().size() > 0) meta.setString(Tags.TRANSFER_SYNTAX_UID, VR.UI, syntax.uid());
        return new DicomObject(object.head(), meta, dataSet, syntax, object.warnings(), object.sources());
    }

    private DicomDataSet copy(DicomDataSet from, DicomDataSet parent, Encoding encoding) {
        DicomDataSet to = new DicomDataSet(parent, encoding);
        to.undefinedLength = from.undefinedLength;
        ElementTable elements = from.elements();
        for (int i = 0; i < elements.size(); i++) {
            int tag = elements.tagAt(i);
            to.put(tag, value(from, tag, elements.valueAt(i), to));
        }
        return to;
    }

    private Value value(DicomDataSet from, int tag, Value value, DicomDataSet to) {
        Encoding encoding = to.encoding();
        if (value instanceof Value.Sequence sequence) {
            Value.Sequence copy =
                    new Value.Sequence(Value.Header.sequence(encoding), sequence.undefinedLength, encoding);
            for (DicomDataSet item : sequence.items) copy.items.add(copy(item, to, encoding));
            return copy;
        }
        VR vr = vr(tag, value.vr);
        int unit = from.bigEndian() == to.bigEndian() ? 1 : vr.unit();
        if (value instanceof Value.Slice slice) {
            if (unit == 1) return new Value.Slice(vr, slice.chunk, slice.start, slice.length, 0);
            byte[] swapped = SwappedSource.swapped(slice.chunk, slice.start, slice.length, unit);
            return new Value.Slice(vr, swapped, 0, swapped.length, 0);
        }
        Value.Region region = (Value.Region) value;
        ByteSource source = unit == 1
                ? region.source
                : new SwappedSource(region.source, region.position, region.length - region.length % unit, unit);
        return new Value.Region(vr, header(vr, encoding, region.length), source, region.position, region.length, null);
    }

    private static Value.Header header(VR vr, Encoding encoding, long length) {
        if (!encoding.explicit()) return Value.Header.of(Value.Form.IMPLICIT, 0, 0);
        return Value.Header.of(Value.Form.of(vr, encoding), Value.Header.code(vr), 0)
                .holding(length);
    }

    /** Where implicit VR leaves the choice: numbers are signed if the pixels are. */
    private VR vr(int tag, VR assumed) {
        if (!fromImplicit || !signed || assumed != VR.US) return assumed;
        DictionaryEntry entry = Dictionary.standard().entry(tag);
        return entry != null && entry.vrs().contains(VR.SS) ? VR.SS : VR.US;
    }
}
