// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.VR;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.archive.data.AttributesDataSet;
import org.dicomanonymizer.archive.profile.LoadedProfile;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.engine.ChangeLog;
import org.dicomanonymizer.engine.EmbeddedOverlays;

/** A profile carried out on attributes whose pixel data the archive keeps to itself. Immutable and shared by threads. */
final class HeaderTreatment {
    /** The marks of a de-identified object, in ascending order. */
    private static final int[] MARKS = {
        Tags.PATIENT_IDENTITY_REMOVED,
        Tags.DEIDENTIFICATION_METHOD,
        Tags.DEIDENTIFICATION_METHOD_CODE_SEQUENCE,
        Tags.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED
    };

    private final Anonymizer anonymizer;
    private final Map<Channel, List<String>> limits = new EnumMap<>(Channel.class);

    private HeaderTreatment(LoadedProfile profile) {
        anonymizer = profile.anonymizer();
        for (Channel channel : Channel.values()) limits.put(channel, Limits.of(profile, channel));
    }

    /**
     * The treatment by a profile, made once.
     *
     * @throws org.dicomanonymizer.archive.profile.UnusableProfileException if the profile has errors
     */
    static HeaderTreatment of(LoadedProfile profile) {
        return profile.derived(HeaderTreatment.class, HeaderTreatment::new);
    }

    /**
     * The SOP Instance UID that an object gets which is about to be sent.
     *
     * @throws RefusedException if it can be told already that the object may not be sent
     */
    String instanceUid(String original) {
        checkLimits(Channel.SENT);
        return newUid(original);
    }

    private String newUid(String original) {
        if (original.isBlank())
            throw new RefusedException(
                    "the object has no SOP Instance UID (0008,0018), without which nothing can be sent");
        return anonymizer.instanceUid(original);
    }

    /**
     * Treats attributes in place.
     *
     * @return what was done
     * @throws RefusedException if they can't be treated safely; discard them then, since some have been changed
     */
    ChangeLog treat(Channel channel, Attributes attributes) {
        checkLimits(channel);
        return switch (channel) {
            case SENT -> treatSent(attributes);
            case RECEIVED -> treatReceived(attributes);
            case ANSWERED -> treatAnswered(attributes);
        };
    }

    private void checkLimits(Channel channel) {
        List<String> reasons = limits.get(channel);
        if (!reasons.isEmpty()) throw new RefusedException(String.join("; ", reasons));
    }

    private ChangeLog treatSent(Attributes attributes) {
        boolean pixelsElsewhere = ImageDescription.isWithoutItsPixels(attributes);
        RemoteValues.remove(attributes);
        ImageDescription description = ImageDescription.of(attributes);
        String uid = newUid(attributes.getString(Tags.SOP_INSTANCE_UID, ""));
        List<Integer> planes =
                pixelsElsewhere ? EmbeddedOverlays.positionsInPixels(AttributesDataSet.of(attributes)) : List.of();
        ChangeLog log = anonymizer.anonymize(AttributesDataSet.of(attributes));
        String changed = description.changedIn(attributes);
        if (changed != null)
            throw new RefusedException(changed + " was changed, but pixels and transfer go by what it was;"
                    + " keep it by a rule, or use the exporter (anonymized:)");
        if (!planes.stream().allMatch(attributes::contains))
            throw new RefusedException(
                    "an overlay plane stands in unused bits of Pixel Data (7FE0,0010), as (60xx,0102)"
                            + " tells, which a coercion does not see; use the exporter (anonymized:), or keep the plane"
                            + " (60xx,eeee) by a rule");
        if (!uid.equals(attributes.getString(Tags.SOP_INSTANCE_UID)))
            throw new RefusedException("SOP Instance UID (0008,0018) did not become what is announced to the receiver");
        return log;
    }

    /** Pixel data are but a reference here, and the stored file stays as it is: it may not be called de-identified. */
    private ChangeLog treatReceived(Attributes attributes) {
        Attributes marks = new Attributes();
        marks.addSelected(attributes, MARKS);
        VR vr = attributes.getVR(Tags.PIXEL_DATA);
        Object pixels = attributes.remove(Tags.PIXEL_DATA);
        ChangeLog log = anonymizer.anonymize(AttributesDataSet.of(attributes));
        if (pixels != null) attributes.setValue(Tags.PIXEL_DATA, vr, pixels);
        for (int mark : MARKS) attributes.remove(mark);
        attributes.addAll(marks);
        return log;
    }

    /** An answer has no other attributes than those that the archive gives. */
    private ChangeLog treatAnswered(Attributes attributes) {
        Set<Integer> given = new HashSet<>();
        for (int tag : attributes.tags()) given.add(tag);
        RemoteValues.remove(attributes);
        ChangeLog log = anonymizer.anonymize(AttributesDataSet.of(attributes));
        List<Integer> added = new ArrayList<>();
        for (int tag : attributes.tags()) if (!given.contains(tag)) added.add(tag);
        added.forEach(attributes::remove);
        return log;
    }
}
