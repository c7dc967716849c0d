// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.List;
import java.util.Optional;
import org.dicomanonymizer.action.Effect;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.PixelRemains;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.identity.Pseudonymizer;
import org.dicomanonymizer.profile.Rule;

/** Applies a compiled profile to objects. Immutable and used by many threads at once. */
public final class Treater {
    private static final String MEDIA_STORAGE_DIRECTORY = "1.2.840.10008.1.3.10";

    /** Length of the preamble in bytes (PS3.10 section 7.1). */
    private static final int PREAMBLE = 128;

    private final CompiledProfile profile;
    private final Pseudonymizer pseudonymizer;
    private final Marks marks;
    private final List<Rule> instanceUidRules;

    public Treater(CompiledProfile profile, Pseudonymizer pseudonymizer) {
        this.profile = profile;
        this.pseudonymizer = pseudonymizer;
        this.marks = profile.profile().deidentifies() ? new Marks(profile.profile()) : null;
        this.instanceUidRules = Rule.decidingAtRoot(profile.profile().rules(), Tags.SOP_INSTANCE_UID);
    }

    /**
     * Treats a data set in place.
     *
     * @return what was done
     * @throws RefusedException if it can't be treated safely; discard the data set then, since part of it has been changed
     */
    public ChangeLog treat(DataSet root) {
        ChangeLog log = new ChangeLog();
        if (staysAsItIs(root, log)) return log;
        Verification verification = verification(root, false);
        walk(root, log, WalkObserver.NONE, verification);
        return log;
    }

    /**
     * The SOP Instance UID that objects of an original one get.
     *
     * @throws RefusedException if the profile lets it depend on more than the original one, or leaves none
     */
    public String instanceUid(String original) {
        for (Rule rule : instanceUidRules)
            if (rule.when() != null || !rule.action().foretellsUids())
                throw new RefusedException(
                        rule.origin()
                                + ": SOP Instance UID (0008,0018) has to be announced before the object is sent, and can't be told"
                                + " from the original one alone; give it no condition, and one of the actions replace_UID and keep");
        DataSet object = DicomDataSet.create();
        object.setString(Tags.SOP_INSTANCE_UID, VR.UI, original);
        new ObjectWalk(profile, pseudonymizer, object, new ChangeLog(), WalkObserver.NONE).run();
        String uid = object.string(Tags.SOP_INSTANCE_UID);
        if (uid == null || uid.isBlank())
            throw new RefusedException(
                    "the profile leaves no SOP Instance UID (0008,0018), without which nothing can be sent;"
                            + " give it one of the actions replace_UID and keep");
        return uid;
    }

    /**
     * Treats a data set with its file meta information and preamble; otherwise as {@link #treat(DataSet)}.
     *
     * @throws DicomDirException if it is the directory of a medium
     */
    public ChangeLog treatObject(DicomObject object) {
        return treatObject(object, WalkObserver.NONE);
    }

    /** Treats an object as {@link #treatObject} does and tells of every element what was done to it. */
    public Preview preview(DicomObject object) {
        Preview.Recorder recorder = new Preview.Recorder();
        ChangeLog log = treatObject(object, recorder);
        return new Preview(recorder.lines(), log);
    }

    private ChangeLog treatObject(DicomObject object, WalkObserver observer) {
        DataSet root = object.dataSet();
        if (root.contains(Tags.DIRECTORY_RECORD_SEQUENCE)
                || MEDIA_STORAGE_DIRECTORY.equals(object.fileMeta().string(Tags.MEDIA_STORAGE_SOP_CLASS_UID)))
            throw new DicomDirException();
        ChangeLog log = new ChangeLog();
        object.warnings().forEach(log::warn);
        if (staysAsItIs(root, log)) return log;
        Verification verification = verification(root, object.transferSyntax().isEncapsulated());
        if (marks != null) blankPixelRemains(object, log);
        ObjectWalk walk = walk(root, log, observer, verification);
        object.setFileMeta(FileMeta.of(object, walk, log));
        if (verification != null) verification.check(object.fileMeta());
        object.setPreamble(new byte[PREAMBLE]);
        return log;
    }

    private static void blankPixelRemains(DicomObject object, ChangeLog log) {
        PixelRemains remains = PixelRemains.blankIn(object);
        if (remains.blanked()) log.record(Tags.PIXEL_DATA, Effect.CLEANED, "what stands between and behind pixels");
        if (!remains.known())
            log.warn("Pixel Data (7FE0,0010) is compressed in a form in which nothing but pixels can't be told;"
                    + " comments and metadata in it stay");
    }

    /**
     * Whether an object is left alone since it has been de-identified with this key before: a second time would give other
     * pseudonyms, and tear it from the rest of its study.
     */
    private boolean staysAsItIs(DataSet root, ChangeLog log) {
        if (marks == null || !Marks.saysDeidentified(root)) return false;
        if (!Marks.tellKey(root, pseudonymizer.key().id())) {
            log.warn(
                    "(0012,0062) tells that the object was de-identified before, not with this key; it is treated again");
            return false;
        }
        switch (profile.profile().onDeidentified()) {
            case TREAT -> {
                return false;
            }
            case UNCHANGED -> {
                log.warn("was de-identified with this key before (0012,0063); left unchanged");
                return true;
            }
            default ->
                throw new RefusedException(
                        "was de-identified with this key before (0012,0063); take the original, or let \"onDeidentified\" of the"
                                + " profile leave such objects unchanged");
        }
    }

    /** The search for what is left of the original, or null if the profile asks for none. */
    private Verification verification(DataSet root, boolean encapsulated) {
        return profile.profile().verify() ? Verification.of(root, profile.profile(), encapsulated) : null;
    }

    private ObjectWalk walk(DataSet root, ChangeLog log, WalkObserver observer, Verification verification) {
        EncryptRules.Candidates originals = profile.encryption().collect(root, profile);
        ObjectWalk walk = verification == null
                ? new ObjectWalk(profile, pseudonymizer, root, log, observer)
                : new ObjectWalk(
                        profile, pseudonymizer, root, verification.identifiers(), log, observer.and(verification));
        Optional<TemporalOffset> offset =
                TemporalOffset.of(root, profile.profile().dates().reference());
        walk.run();
        offset.ifPresent(days -> days.set(root));
        if (marks != null) marks.set(root, pseudonymizer.key().id());
        if (verification != null) verification.check(root);
        profile.encryption().add(originals, walk.encrypted(), root);
        return walk;
    }
}
