// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.Set;
import org.dicomanonymizer.action.Effect;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.Element;
import org.dicomanonymizer.dicom.Implementation;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;

/**
 * The file meta information of a treated object: written anew, so that nothing of the source's, its application entities and
 * addresses above all, stays (PS3.15 E.1.1), but for attributes that a rule of the site names.
 */
final class FileMeta {
    private static final Set<Integer> ALWAYS_NEW = Set.of(
            Tags.FILE_META_INFORMATION_GROUP_LENGTH,
            Tags.FILE_META_INFORMATION_VERSION,
            Tags.MEDIA_STORAGE_SOP_CLASS_UID,
            Tags.MEDIA_STORAGE_SOP_INSTANCE_UID,
            Tags.TRANSFER_SYNTAX_UID,
            Tags.IMPLEMENTATION_CLASS_UID,
            Tags.IMPLEMENTATION_VERSION_NAME);

    private FileMeta() {}

    static boolean isAlwaysNew(int tag) {
        return ALWAYS_NEW.contains(tag);
    }

    /** The file meta information for an object whose data set has been treated. */
    static DicomDataSet of(DicomObject treated, ObjectWalk walk, ChangeLog log) {
        DicomDataSet meta = DicomDataSet.create();
        keepWhatRulesName(treated.fileMeta(), meta, walk, log);
        meta.setBytes(Tags.FILE_META_INFORMATION_VERSION, VR.OB, new byte[] {0, 1});
        copyUid(treated.dataSet(), Tags.SOP_CLASS_UID, meta, Tags.MEDIA_STORAGE_SOP_CLASS_UID);
        copyUid(treated.dataSet(), Tags.SOP_INSTANCE_UID, meta, Tags.MEDIA_STORAGE_SOP_INSTANCE_UID);
        meta.setString(Tags.TRANSFER_SYNTAX_UID, VR.UI, treated.transferSyntax().uid());
        meta.setString(Tags.IMPLEMENTATION_CLASS_UID, VR.UI, Implementation.CLASS_UID);
        meta.setString(Tags.IMPLEMENTATION_VERSION_NAME, VR.SH, Implementation.VERSION_NAME);
        return meta;
    }

    private static void keepWhatRulesName(DataSet original, DataSet meta, ObjectWalk walk, ChangeLog log) {
        for (int tag : original.tags()) {
            if (isAlwaysNew(tag)) continue;
            Treatment treatment = walk.findForFileMeta(original, tag);
            if (treatment == null) {
                log.record(tag, Effect.REMOVED, "file meta information is written anew");
                continue;
            }
            log.record(tag, treatment.action().apply(original, new Element(original, tag), walk), treatment.reason());
            if (original.contains(tag)) meta.setBytes(tag, original.vr(tag), original.bytes(tag));
        }
    }

    /** What the data set does not tell, the file meta information may not tell either. */
    private static void copyUid(DataSet root, int from, DataSet meta, int to) {
        String uid = root.string(from);
        if (uid != null) meta.setString(to, VR.UI, uid);
    }
}
