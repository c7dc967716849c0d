// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import org.dcm4che3.data.Attributes;
import org.dcm4chee.arc.retrieve.RetrieveContext;
import org.dcm4chee.arc.store.InstanceLocations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what became of each object: in the counts, for the archive's audit log, and in the server's log. */
final class ResultRecorder implements ExportRun.Listener<InstanceLocations> {
    private static final Logger LOG = LoggerFactory.getLogger(AnonymizedExporter.class);

    private static final int MODALITY = 0x00080060;
    private static final int SERIES_NUMBER = 0x00200011;
    private static final int INSTANCE_NUMBER = 0x00200013;

    private final ExportResults results;
    private final RetrieveContext context;

    ResultRecorder(ExportResults results, RetrieveContext context) {
        this.results = results;
        this.context = context;
    }

    @Override
    public void completed(InstanceLocations match) {
        results.complete();
        context.incrementCompleted();
    }

    @Override
    public void refused(InstanceLocations match, String reason) {
        results.refuse(reason);
        notSent(match, "refused", reason);
    }

    @Override
    public void failed(InstanceLocations match, String reason) {
        results.fail(reason);
        notSent(match, "failed", reason);
    }

    private void notSent(InstanceLocations match, String outcome, String reason) {
        context.incrementFailed();
        context.addFailedMatch(match);
        LOG.warn("De-identified export {} {}: {}", outcome, describe(match.getAttributes()), reason);
    }

    /** Names an object by what de-identification keeps. */
    private static String describe(Attributes attributes) {
        return "(Modality " + attributes.getString(MODALITY, "none") + ", Series Number "
                + attributes.getString(SERIES_NUMBER, "none") + ", Instance Number "
                + attributes.getString(INSTANCE_NUMBER, "none") + ")";
    }
}
