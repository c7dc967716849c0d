// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.dicomanonymizer.action.ByType;
import org.dicomanonymizer.action.Context;
import org.dicomanonymizer.action.Delete;
import org.dicomanonymizer.action.Effect;
import org.dicomanonymizer.action.Keep;
import org.dicomanonymizer.action.KeepLegal;
import org.dicomanonymizer.action.PatientPseudonym;
import org.dicomanonymizer.action.ReplaceUid;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.DictionaryEntry;
import org.dicomanonymizer.dicom.Element;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.TagMap;
import org.dicomanonymizer.dicom.TagMask;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.UidRole;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.standard.ActionCode;
import org.dicomanonymizer.standard.Edition;
import org.dicomanonymizer.standard.ProfileOption;
import org.dicomanonymizer.standard.Supplement;
import org.dicomanonymizer.standard.TableRow;

/**
 * What the standard says of an element that no rule of the site selects: Table E.1-1 of PS3.15, and the rules that stand
 * outside the table.
 */
final class StandardRules {
    /** No repeating group, though (7Fxx,eeee) takes it in. */
    private static final int PIXEL_GROUP = 0x7FE0;

    private static final int RESPONSIBLE_PERSON = 0x00102297;
    private static final int RESPONSIBLE_PERSON_ROLE = 0x00102298;

    private static final int ENCRYPTED_CONTENT = 0x04000520;

    /** The identifier of CMS enveloped data (RFC 5652), encoded; it stands behind the length of the whole. */
    private static final String ENVELOPED_DATA = "\6\t*\u0086H\u0086\u00F7\r\1\7\3";

    private static final int ENVELOPE_HEAD = 24;

    private static final Treatment PSEUDONYM = new Treatment(PatientPseudonym.DEFAULT, "patient's pseudonym");
    private static final Treatment KEPT = new Treatment(Keep.INSTANCE, "not identifying");
    private static final Treatment STRUCTURAL = new Treatment(StandardRules::keepUid, "structural UID");
    private static final Treatment UID_KEPT = new Treatment(StandardRules::keepUid, "UID kept by an option");
    private static final Treatment UNLISTED_UID = new Treatment(ReplaceUid.INSTANCE, "UID outside the table");
    private static final Treatment UNLISTED_NAME = new Treatment(ByType.of(ActionCode.D), "name outside the table");
    private static final Treatment ENVELOPE =
            new Treatment(StandardRules::keepEnvelope, "originals encrypted by another program");
    private static final Treatment FOREIGN = new Treatment(ByType.of(ActionCode.X), "VR that the attribute can't have");
    private static final Treatment FOREIGN_TEXT =
            new Treatment(new KeepLegal(ByType.of(ActionCode.X)), "text under another VR");
    private static final Treatment NO_CODE =
            new Treatment(ByType.of(ActionCode.X), "text in place of a code or number");
    private static final Treatment UNKNOWN = new Treatment(Delete.INSTANCE, "attribute unknown to PS3.6");
    private static final Treatment MISPLACED = new Treatment(Delete.INSTANCE, "group has no place in a data set");
    private static final Treatment GROUP_LENGTH = new Treatment(Delete.INSTANCE, "retired group length");
    private static final Treatment OVERLAY = new Treatment(Delete.INSTANCE, "overlay plane without its data");
    /** Type 1C in PS3.3 section C.7.1.1: the role may be there only with the person. */
    private static final Treatment ROLE_OF_NOBODY = new Treatment(Delete.INSTANCE, "role of a person who is not named");

    private static final Treatment PRIVATE = new Treatment(Delete.INSTANCE, "private attribute");

    private final Edition edition;
    private final OptionRules options;
    private final Treatment unlistedDate;
    private final SafePrivateRules safePrivate;
    private final ContentRules content;
    private final GraphicRules graphics;
    private final DescriptorRules descriptors;
    private final Map<Integer, Treatment> byTag = new HashMap<>();
    private final TagMap<Treatment> byOpenTag;

    StandardRules(Profile profile) {
        this.edition = profile.edition();
        this.options = new OptionRules(profile.options());
        this.unlistedDate = options.unlistedDate();
        this.safePrivate = profile.options().contains(ProfileOption.RETAIN_SAFE_PRIVATE)
                ? new SafePrivateRules(profile.privates().safe(), options.freeText(), unlistedDate.action())
                : null;
        this.content = options.contentRules();
        this.graphics = options.graphicRules();
        this.descriptors = options.descriptorRules();
        Map<TagMask, Treatment> open = new HashMap<>();
        for (Supplement.Row extra : Supplement.rows()) {
            Treatment treatment = treatment(extra.row(), extra.reason());
            if (extra.row().tag().isExact()) byTag.put(extra.row().tag().value(), treatment);
            else open.put(extra.row().tag(), treatment);
        }
        byOpenTag = TagMap.of(open);
        for (TableRow row : edition.rows())
            if (row.tag().isExact()) byTag.put(row.tag().value(), treatment(row));
        byTag.put(ENCRYPTED_CONTENT, ENVELOPE);
        byTag.put(Tags.PATIENT_ID, PSEUDONYM);
        byTag.put(Tags.PATIENT_NAME, PSEUDONYM);
    }

    private Treatment treatment(TableRow row) {
        return treatment(row, "E.1-1 " + row.basic().code());
    }

    private Treatment treatment(TableRow row, String reason) {
        Treatment byOption = options.find(row);
        if (byOption != null) return byOption;
        boolean dummyUid = row.vr() == VR.UI && row.basic() == ActionCode.D;
        return new Treatment(ByType.of(dummyUid ? ActionCode.U : row.basic()), reason);
    }

    /** Whether some action asks for the identifiers of the original. */
    boolean needsIdentifiers() {
        return descriptors != null
                || byTag.values().stream()
                        .anyMatch(treatment -> treatment.action().needsIdentifiers());
    }

    /** What is done to the attributes of a row. */
    Treatment describe(TableRow row) {
        if (row.tag().equals(TagMask.PRIVATE)) return PRIVATE;
        return row.tag().isExact() ? byTag.get(row.tag().value()) : treatment(row);
    }

    /**
     * What is done to an element; never null.
     *
     * @param vr the element's
     */
    Treatment find(DataSet dataSet, int tag, VR vr) {
        if (Tag.isPrivate(tag)) return ofPrivate(dataSet, tag);
        if (!hasPlace(Tag.group(tag))) return MISPLACED;
        Treatment special = content == null ? null : content.find(dataSet, tag);
        if (special == null && graphics != null) special = graphics.find(dataSet, tag);
        if (special != null) return special;
        Treatment listed = byTag.get(tag);
        if (listed != null) return listed;
        if (tag == RESPONSIBLE_PERSON_ROLE && dataSet.isEmpty(RESPONSIBLE_PERSON)) return ROLE_OF_NOBODY;
        if (Tag.isGroupLength(tag)) return GROUP_LENGTH;
        if (isOverlay(tag)) return OVERLAY;
        TableRow repeating = edition.row(tag);
        if (repeating != null) return treatment(repeating);
        Treatment open = Tag.group(tag) == PIXEL_GROUP ? null : byOpenTag.get(tag);
        if (open != null) return open;
        VR usual = Dictionary.standard().vr(tag);
        return usual == null ? UNKNOWN : ofUnlisted(dataSet, tag, vr, usual);
    }

    private Treatment ofUnlisted(DataSet dataSet, int tag, VR vr, VR usual) {
        DictionaryEntry entry = vr == usual ? null : Dictionary.standard().entry(tag);
        if (entry != null && !entry.admits(vr)) return FOREIGN;
        if (OptionRules.isTemporal(vr)) return unlistedDate;
        if (vr == VR.PN) return UNLISTED_NAME;
        if (vr == VR.UI) return ofUid(Dictionary.standard().entry(tag).uidRole());
        if (entry != null && vr.isString() && !entry.vrs().contains(vr)) return FOREIGN_TEXT;
        Treatment text = descriptors == null ? null : descriptors.find(dataSet, tag, vr);
        Treatment treatment = text == null ? KEPT : text;
        return tag != Tags.SPECIFIC_CHARACTER_SET && CodedText.isPossible(vr)
                ? treatment.butOfText(NO_CODE)
                : treatment;
    }

    private Treatment ofUid(UidRole role) {
        if (role == UidRole.STRUCTURAL) return STRUCTURAL;
        return options.keepsUids(role) ? UID_KEPT : UNLISTED_UID;
    }

    /** What is done to a private element that the profile keeps: a date among them moves with the others; else null. */
    Treatment findKeptPrivate(VR vr) {
        return options.movesDates() && OptionRules.isTemporal(vr) ? unlistedDate : null;
    }

    /** What is no UID at all, though its attribute names a fact of the standard, is something else and goes. */
    private static Effect keepUid(DataSet dataSet, Element element, Context context) {
        for (String uid : element.strings())
            if (!isLikeUid(uid)) return ReplaceUid.INSTANCE.apply(dataSet, element, context);
        return Effect.KEPT;
    }

    /** What is not encrypted at all must not pass for it. */
    private static Effect keepEnvelope(DataSet dataSet, Element element, Context context) {
        try (InputStream in = dataSet.open(element.tag())) {
            String head = new String(in.readNBytes(ENVELOPE_HEAD), StandardCharsets.ISO_8859_1);
            return head.startsWith("0") && head.contains(ENVELOPED_DATA)
                    ? Effect.KEPT
                    : ByType.of(ActionCode.D).apply(dataSet, element, context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLikeUid(String text) {
        boolean like = text.length() <= VR.UI.maxLength();
        for (int i = 0; like && i < text.length(); i++) {
            char c = text.charAt(i);
            like = c >= '0' && c <= '9' || c == '.' || c == ' ';
        }
        return like;
    }

    private Treatment ofPrivate(DataSet dataSet, int tag) {
        Treatment safe = safePrivate == null ? null : safePrivate.find(dataSet, tag);
        return safe == null ? PRIVATE : safe;
    }

    /** Whether an element belongs to an overlay plane: any even group 60xx (PS3.5 section 7.6). */
    static boolean isOverlay(int tag) {
        return (tag & 0xFF010000) == 0x60000000;
    }

    /** Command, file meta and directory groups do not belong into data sets, nor do group FFFE and beyond. */
    static boolean hasPlace(int group) {
        return group >= 0x0008 && group < 0xFFFE;
    }
}
