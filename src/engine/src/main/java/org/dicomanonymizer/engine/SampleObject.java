// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.List;
import org.dicomanonymizer.action.Effect;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.identity.Pseudonymizer;
import org.dicomanonymizer.standard.Code;

/**
 * Finds out what a profile does to an attribute by doing it: to an object that holds nothing but the attribute, with a value
 * that no rule can take for harmless.
 */
final class SampleObject {
    private static final String CREATOR = "SAMPLE CREATOR";
    private static final String WORD = "Qwxzyvbk";

    /** What is clinical in it may stay, so that cleaning can be told from emptying. */
    private static final String TEXT = "Chest " + WORD;

    private final CompiledProfile profile;
    private final String sopClass;
    private final Pseudonymizer pseudonymizer = new Pseudonymizer(ProjectKey.random());

    /** @param sopClass the SOP Class UID of the object; null for none */
    SampleObject(CompiledProfile profile, String sopClass) {
        this.profile = profile;
        this.sopClass = sopClass;
    }

    /**
     * What was done.
     *
     * @param effect null if the object would be refused
     * @param reason which rule decided, or why the object would be refused
     */
    record Outcome(Effect effect, String reason) {}

    /** What happens to an attribute at the root of the object. */
    Outcome treat(int tag, VR vr) {
        Outcome outcome = treat(List.of(), tag, vr);
        return outcome == null ? new Outcome(Effect.KEPT, "") : outcome;
    }

    /** What happens to an attribute in the items of sequences, the outermost first; null if it is not come upon there. */
    Outcome treat(List<Integer> sequences, int tag, VR vr) {
        DataSet root = root();
        DataSet item = root;
        for (int sequence : sequences) item = item.addItem(sequence);
        return treat(root, fill(item, tag, vr), tag);
    }

    /**
     * What happens to the value of a content item; null if the item goes.
     *
     * @param place where the value stands in the item: sequences, if it is in any, and the attribute
     */
    Outcome treatContent(Code concept, String valueType, List<Integer> place) {
        DataSet root = root();
        root.setString(Tags.VALUE_TYPE, VR.CS, "CONTAINER");
        DataSet item = root.addItem(Tags.CONTENT_SEQUENCE);
        item.setString(Tags.VALUE_TYPE, VR.CS, valueType);
        DataSet name = item.addItem(Tags.CONCEPT_NAME_CODE_SEQUENCE);
        name.setString(Tags.CODE_VALUE, VR.SH, concept.value());
        name.setString(Tags.CODING_SCHEME_DESIGNATOR, VR.SH, concept.scheme());
        int tag = place.get(place.size() - 1);
        for (int sequence : place.subList(0, place.size() - 1)) item = item.addItem(sequence);
        if (!item.contains(tag)) fill(item, tag, Dictionary.standard().vr(tag));
        return treat(root, item, tag);
    }

    private Outcome treat(DataSet root, DataSet place, int tag) {
        Outcome[] outcome = {null};
        WalkObserver observer = new WalkObserver() {
            @Override
            public void after(DataSet treated, int treatedTag, Effect effect, Treatment treatment) {
                if (treatedTag == tag && treated == place) outcome[0] = new Outcome(effect, treatment.reason());
            }
        };
        try {
            new ObjectWalk(profile, pseudonymizer, root, new ChangeLog(), observer).run();
        } catch (RefusedException e) {
            return new Outcome(null, e.getMessage());
        }
        return outcome[0];
    }

    /** The object with an attribute at its root, before anything is done to it. */
    DataSet create(int tag, VR vr) {
        return fill(root(), tag, vr);
    }

    private DataSet root() {
        DataSet set = DicomDataSet.create();
        if (sopClass != null) set.setString(Tags.SOP_CLASS_UID, VR.UI, sopClass);
        return set;
    }

    private DataSet fill(DataSet set, int tag, VR vr) {
        if (tag == Tags.ENCAPSULATED_DOCUMENT)
            set.setString(Tags.MIME_TYPE_OF_ENCAPSULATED_DOCUMENT, VR.LO, "application/pdf");
        if (Tag.isPrivate(tag)) set.setString(Tag.creatorOf(tag), VR.LO, CREATOR);
        if (vr.kind() == VR.Kind.SEQUENCE) set.addItem(tag).setString(Tags.CODE_MEANING, VR.LO, WORD);
        else if (vr.kind() == VR.Kind.BYTES) set.setBytes(tag, vr, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        else set.setString(tag, vr, value(tag, vr));
        return set;
    }

    private String value(int tag, VR vr) {
        if (tag == Tags.SOP_CLASS_UID && sopClass != null) return sopClass;
        if (tag == Tags.TIMEZONE_OFFSET_FROM_UTC) return "+0100";
        return switch (vr) {
            case AS -> "034Y";
            case AT -> "00100020";
            case DA -> "20200229";
            case DT -> "20200229101530";
            case TM -> "101530";
            case UI -> "1.2.3.4";
            case UR -> "http://example.org/" + WORD;
            case CS -> "QWXZYVBK";
            case AE, PN -> WORD;
            default -> vr.kind() == VR.Kind.TEXT ? TEXT : "7";
        };
    }
}
