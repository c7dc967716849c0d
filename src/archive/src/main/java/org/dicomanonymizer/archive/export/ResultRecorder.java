// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.dcm4che3.data.Attributes;
import org.dcm4chee.arc.retrieve.RetrieveContext;
import org.dcm4chee.arc.store.InstanceLocations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what became of each object: in the counts, for the report, for the archive's audit log, and in the server's log. */
final class ResultRecorder implements ExportRun.Listener<InstanceLocations> {
    private static final Logger LOG = LoggerFactory.getLogger(AnonymizedExporter.class);

    static final int MODALITY = 0x00080060;
    static final int SERIES_NUMBER = 0x00200011;
    static final int INSTANCE_NUMBER = 0x00200013;

    private static final String REFUSED = "refused";
    private static final String FAILED = "failed";
    private static final Result COMPLETED = new Result("completed", null);
    private static final Result NOT_SENT = new Result("not sent", null);

    /** What became of an object, and why. */
    private record Result(String status, String reason) {}

    private final ExportResults results;
    private final RetrieveContext context;
    private final Map<InstanceLocations, Result> each = Collections.synchronizedMap(new IdentityHashMap<>());

    ResultRecorder(ExportResults results, RetrieveContext context) {
        this.results = results;
        this.context = context;
    }

    @Override
    public void completed(InstanceLocations match) {
        results.complete();
        each.put(match, COMPLETED);
        context.incrementCompleted();
    }

    @Override
    public void refused(InstanceLocations match, String reason) {
        results.refuse(reason);
        notSent(match, new Result(REFUSED, reason));
        countFailed(match);
    }

    @Override
    public void failed(InstanceLocations match, String reason) {
        results.fail(reason);
        notSent(match, new Result(FAILED, reason));
        countFailed(match);
    }

    /** An object that the archive has already found that it can't read, and does not count among those of the transfer. */
    void inaccessible(InstanceLocations match) {
        String reason = "it is on no storage of this archive";
        results.refuse(reason);
        notSent(match, new Result(REFUSED, reason));
    }

    /** Takes back what was taken for sent; it counts as not tried. */
    void discardCompleted() {
        results.discardCompleted();
        each.replaceAll((match, result) -> COMPLETED.equals(result) ? NOT_SENT : result);
    }

    /** Takes back what was taken for sent; it has failed. */
    void failCompleted(String reason) {
        results.failCompleted(reason);
        each.replaceAll((match, result) -> COMPLETED.equals(result) ? new Result(FAILED, reason) : result);
    }

    /** Those of the objects that were not sent, in their order. */
    List<ExportReport.Unsent> unsent(List<InstanceLocations> matches) {
        List<ExportReport.Unsent> unsent = new ArrayList<>();
        for (InstanceLocations match : matches) {
            Result result = each.getOrDefault(match, NOT_SENT);
            if (!COMPLETED.equals(result))
                unsent.add(new ExportReport.Unsent(match.getAttributes(), result.status(), result.reason()));
        }
        return unsent;
    }

    private void notSent(InstanceLocations match, Result result) {
        each.put(match, result);
        LOG.warn("De-identified export {} {}: {}", result.status(), describe(match.getAttributes()), result.reason());
    }

    private void countFailed(InstanceLocations match) {
        context.incrementFailed();
        context.addFailedMatch(match);
    }

    /** Names an object by what de-identification keeps. */
    private static String describe(Attributes attributes) {
        return "(Modality " + attributes.getString(MODALITY, "none") + ", Series Number "
                + attributes.getString(SERIES_NUMBER, "none") + ", Instance Number "
                + attributes.getString(INSTANCE_NUMBER, "none") + ")";
    }
}
