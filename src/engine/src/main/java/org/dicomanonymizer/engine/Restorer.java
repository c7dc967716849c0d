// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.security.PrivateKey;
import java.util.Objects;
import org.dicomanonymizer.action.Effect;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.Implementation;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.encryption.Restoration;

/** Undoes, for the holder of a private key, what rules with the action {@code encrypt} did. Immutable and thread-safe. */
public final class Restorer {
    private static final String REASON = "decrypted from (0400,0500)";

    private final PrivateKey key;

    /** @param key the private key to a certificate that originals were encrypted for */
    public Restorer(PrivateKey key) {
        this.key = Objects.requireNonNull(key, "key");
    }

    /**
     * Restores the originals of a data set in place.
     *
     * @throws org.dicomanonymizer.encryption.ReidentificationException if nothing can be restored; nothing is changed
     */
    public ChangeLog restore(DataSet root) {
        ChangeLog log = new ChangeLog();
        restore(root, log);
        return log;
    }

    /**
     * Restores the originals of an object in place. Its file meta information tells the instance that it is then, and who
     * wrote it (PS3.10 section 7.1); otherwise as {@link #restore}.
     */
    public ChangeLog restoreObject(DicomObject object) {
        ChangeLog log = new ChangeLog();
        object.warnings().forEach(log::warn);
        DicomDataSet root = object.dataSet();
        restore(root, log);
        DicomDataSet meta = object.fileMeta();
        meta.setStrings(Tags.MEDIA_STORAGE_SOP_CLASS_UID, VR.UI, root.strings(Tags.SOP_CLASS_UID));
        meta.setStrings(Tags.MEDIA_STORAGE_SOP_INSTANCE_UID, VR.UI, root.strings(Tags.SOP_INSTANCE_UID));
        meta.setString(Tags.TRANSFER_SYNTAX_UID, VR.UI, object.transferSyntax().uid());
        meta.setString(Tags.IMPLEMENTATION_CLASS_UID, VR.UI, Implementation.CLASS_UID);
        meta.setString(Tags.IMPLEMENTATION_VERSION_NAME, VR.SH, Implementation.VERSION_NAME);
        return log;
    }

    private void restore(DataSet root, ChangeLog log) {
        Restoration.Result result = Restoration.restore(root, key);
        for (int tag : result.tags()) log.record(tag, Effect.RESTORED, REASON);
        result.warnings().forEach(log::warn);
    }
}
