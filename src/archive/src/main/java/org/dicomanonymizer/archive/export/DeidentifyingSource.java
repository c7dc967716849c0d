// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import java.io.IOException;
import org.dcm4chee.arc.store.InstanceLocations;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.archive.export.send.DeidentifiedObject;
import org.dicomanonymizer.dicom.DicomObject;

/** Objects of the archive, de-identified by one profile. */
final class DeidentifyingSource implements ExportRun.Source<InstanceLocations> {
    private final StoredObjects stored;
    private final Anonymizer anonymizer;
    private final boolean guarded;

    /**
     * Objects to be de-identified.
     *
     * @param guarded whether they stay in this archive, see {@link ExportGuard}
     */
    DeidentifyingSource(StoredObjects stored, Anonymizer anonymizer, boolean guarded) {
        this.stored = stored;
        this.anonymizer = anonymizer;
        this.guarded = guarded;
    }

    @Override
    public DeidentifiedObject deidentify(InstanceLocations match) throws IOException {
        DicomObject object = stored.read(match);
        boolean complete = false;
        try {
            ExportGuard guard = guarded ? ExportGuard.of(object.dataSet()) : null;
            anonymizer.anonymize(object);
            DeidentifiedObject deidentified = new DeidentifiedObject(object);
            if (guard != null) guard.check(deidentified);
            complete = true;
            return deidentified;
        } finally {
            if (!complete) object.close();
        }
    }
}
