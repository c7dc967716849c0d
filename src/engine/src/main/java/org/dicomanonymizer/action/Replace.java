// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import java.util.Optional;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Element;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.standard.AttributeType;
import org.dicomanonymizer.standard.Dummies;

/** Code D of PS3.15 Table E.1-1: a dummy that is legal for the VR and tells nothing. */
public final class Replace implements ElementAction {
    public static final ElementAction INSTANCE = new Replace(null, null);

    static final ActionFactory FACTORY = new SimpleFactory(
            "replace",
            "Replaces the value by a dummy that is legal for its VR (a sequence by one dummy item, a UID by a new one); what is empty stays so unless the IOD demands a value.",
            INSTANCE);

    private static final int MAX_BULK = 1 << 26;

    /** The encoded dummy of the attribute that this is for, and its VR; null if this is for any. */
    private final byte[] dummy;

    private final VR usual;

    private Replace(byte[] dummy, VR usual) {
        this.dummy = dummy;
        this.usual = usual;
    }

    @Override
    public ElementAction preparedFor(int tag, VR vr) {
        return vr.isString() && vr != VR.UI ? new Replace(Dummies.standard().encoded(tag, vr), vr) : this;
    }

    @Override
    public Effect apply(DataSet dataSet, Element element, Context context) {
        if (element.isEmpty() && context.type() != AttributeType.TYPE_1) return Effect.KEPT;
        int tag = element.tag();
        if (dummy != null) {
            dataSet.setBytes(tag, usual, dummy);
            return Effect.REPLACED;
        }
        VR vr = element.vr();
        switch (vr.kind()) {
            case SEQUENCE -> Dummies.standard().replaceItems(dataSet, tag, uid -> ReplaceUid.map(uid, context));
            case BYTES -> dataSet.setBytes(tag, vr, bulk(dataSet, element));
            default -> {
                if (vr == VR.UI) return ReplaceUid.INSTANCE.apply(dataSet, element, context);
                if (vr.kind() == VR.Kind.NUMBER
                        && !element.isEmpty()
                        && Dummies.standard().keepsLength(tag)) dataSet.setBytes(tag, vr, zeros(dataSet, element));
                else dataSet.setStrings(tag, vr, Dummies.standard().values(tag, vr));
            }
        }
        return Effect.REPLACED;
    }

    private static byte[] bulk(DataSet dataSet, Element element) {
        if (element.tag() == Tags.ENCAPSULATED_DOCUMENT) return document(dataSet);
        Optional<byte[]> dummy = Dummies.standard().bytes(element.tag(), element.vr());
        return dummy.isPresent() ? dummy.get() : zeros(dataSet, element);
    }

    private static byte[] zeros(DataSet dataSet, Element element) {
        long length = dataSet.length(element.tag());
        if (length > MAX_BULK)
            throw new RefusedException(element + " is too large for a dummy of its length (" + length
                    + " bytes); delete or keep it instead");
        return new byte[(int) length];
    }

    private static byte[] document(DataSet dataSet) {
        String mimeType = dataSet.string(Tags.MIME_TYPE_OF_ENCAPSULATED_DOCUMENT);
        byte[] document = Dummies.standard()
                .document(mimeType == null ? "" : mimeType)
                .orElseThrow(
                        () -> new RefusedException(
                                "Encapsulated Document (0042,0011) is of a MIME type (0042,0012) for which"
                                        + " there is no dummy document; leave the object out, or delete or keep the document by a rule"));
        if (dataSet.contains(Tags.ENCAPSULATED_DOCUMENT_LENGTH))
            dataSet.setString(Tags.ENCAPSULATED_DOCUMENT_LENGTH, VR.UL, Integer.toString(document.length));
        return document;
    }

    @Override
    public boolean foretellsUids() {
        return true;
    }
}
