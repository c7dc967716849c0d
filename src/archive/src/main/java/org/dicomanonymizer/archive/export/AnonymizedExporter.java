// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.dcm4chee.arc.conf.ExporterDescriptor;
import org.dcm4chee.arc.entity.Task;
import org.dcm4chee.arc.exporter.AbstractExporter;
import org.dcm4chee.arc.exporter.ExportContext;
import org.dcm4chee.arc.qmgt.Outcome;
import org.dcm4chee.arc.retrieve.RetrieveContext;
import org.dcm4chee.arc.retrieve.RetrieveService;
import org.dcm4chee.arc.store.InstanceLocations;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.archive.export.send.Destination;
import org.dicomanonymizer.archive.export.send.Target;
import org.dicomanonymizer.archive.profile.ProfileSet;
import org.dicomanonymizer.rule.ConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Exports studies, series and objects de-identified. UIDs and pseudonyms are derived by the profile's key, so that a retry
 * sends the same objects again, not others.
 */
final class AnonymizedExporter extends AbstractExporter {
    private static final Logger LOG = LoggerFactory.getLogger(AnonymizedExporter.class);

    private final ExportSettings settings;
    private final ProfileSet profiles;
    private final RetrieveService retrieveService;
    private final Destinations destinations;
    private final TransferAudit audit;
    private final RunningExports running;
    private final Executor helpers;

    AnonymizedExporter(
            ExporterDescriptor descriptor,
            ExportSettings settings,
            ProfileSet profiles,
            RetrieveService retrieveService,
            Destinations destinations,
            TransferAudit audit,
            RunningExports running,
            Executor helpers) {
        super(descriptor);
        this.settings = settings;
        this.profiles = profiles;
        this.retrieveService = retrieveService;
        this.destinations = destinations;
        this.audit = audit;
        this.running = running;
        this.helpers = helpers;
    }

    /**
     * {@inheritDoc} FAILED if objects may get there at the next try, else WARNING if some can't, else COMPLETED.
     */
    @Override
    public Outcome export(ExportContext context) throws Exception {
        RequestAddress request = RequestAddress.of(context.getHttpServletRequestInfo());
        Target target = RequestedDestination.of(request, descriptor.getExporterID(), settings);
        if (settings.isChosenByRequest()) refuseMore(request, context);
        if (!target.equals(settings.target())) return to(target).export(context);
        String profile = RequestedProfile.of(request, settings.profiles());
        Anonymizer anonymizer = profiles.named(profile).anonymizer();
        try (RetrieveContext retrieve = destinations.retrieve(
                settings, context.getStudyInstanceUID(), context.getSeriesInstanceUID(), context.getSopInstanceUID())) {
            retrieve.setHttpServletRequestInfo(context.getHttpServletRequestInfo());
            if (!retrieveService.calculateMatches(retrieve))
                return new Outcome(Task.Status.WARNING, noMatches(context));
            List<InstanceLocations> inaccessible =
                    retrieveService.removeNotAccessableMatches(retrieve).values().stream()
                            .flatMap(Collection::stream)
                            .toList();
            List<InstanceLocations> matches = List.copyOf(retrieve.getMatches());
            List<InstanceLocations> all = new ArrayList<>(inaccessible);
            all.addAll(matches);
            ExportResults results = new ExportResults(all.size());
            ResultRecorder recorder = new ResultRecorder(results, retrieve);
            inaccessible.forEach(recorder::inaccessible);
            boolean canceled = send(context, retrieve, anonymizer, matches, results, recorder);
            Task.Status status = status(results, canceled);
            String work = "de-identified by profile " + profile + " to " + settings.target();
            ExportReport report = new ExportReport(
                    descriptor.getExporterID(), profile, settings.target().toString(), anonymizer);
            if (settings.reports() != null
                    && !write(context.getTaskPK(), report.of(status, results, recorder.unsent(all)))) {
                work = "its report could not be written, see the server's log; " + work;
                if (status == Task.Status.COMPLETED) status = Task.Status.WARNING;
            }
            String text = results.text(work);
            LOG.info("De-identified export by profile {} to {}: {}", profile, settings.target(), text);
            return new Outcome(status, text);
        }
    }

    /** The archive lets an export rule widen a task of the same exporter and study that still waits. */
    private static void refuseMore(RequestAddress request, ExportContext context) {
        if (!request.asksFor(
                context.getStudyInstanceUID(), context.getSeriesInstanceUID(), context.getSopInstanceUID()))
            throw new ConfigurationException("the task has become one for other objects than its request asks for,"
                    + " as by an export rule that names this exporter; name another one in the rule, and ask again");
    }

    private AnonymizedExporter to(Target target) {
        return new AnonymizedExporter(
                descriptor, settings.to(target), profiles, retrieveService, destinations, audit, running, helpers);
    }

    /** A report that can't be written does not undo what was sent. */
    private boolean write(Long task, JsonObject report) {
        try {
            settings.reports().write("task-" + (task == null ? UUID.randomUUID() : task) + ".json", report);
            return true;
        } catch (IOException e) {
            LOG.error("The report of a de-identified export could not be written: {}", e.toString());
            return false;
        }
    }

    private boolean send(
            ExportContext context,
            RetrieveContext retrieve,
            Anonymizer anonymizer,
            List<InstanceLocations> matches,
            ExportResults results,
            ResultRecorder recorder)
            throws IOException, InterruptedException {
        try (Destination destination = destinations.open(settings, retrieve);
                SessionPool sessions = new SessionPool(destination, settings.threadsFor(destination.maxSessions()))) {
            DeidentifyingSource source = new DeidentifyingSource(
                    new StoredObjects(retrieveService, retrieve), anonymizer, destinations.isOwn(settings.target()));
            ExportRun<InstanceLocations> run = new ExportRun<>(source, sessions, recorder, matches);
            audit.begin(retrieve);
            running.add(context.getTaskPK(), run);
            try {
                run.run(helpers, settings.threadsFor(destination.maxSessions()));
                if (!run.isCanceled()) commit(destination, recorder);
                else if (destination.isAllOrNothing()) recorder.discardCompleted();
            } finally {
                running.remove(context.getTaskPK());
                retrieveService.updateLocations(retrieve);
                if (results.completed() == 0)
                    retrieve.setException(new IOException(results.text("nothing was exported")));
                audit.end(retrieve);
            }
            return run.isCanceled() && results.remaining() > 0;
        }
    }

    private static void commit(Destination destination, ResultRecorder recorder) {
        try {
            destination.commit();
        } catch (IOException e) {
            recorder.failCompleted(
                    "the destination could not be finished: " + e.getClass().getSimpleName());
        }
    }

    /** An object of which nothing is known, as when the server ended a thread, is one to try again. */
    static Task.Status status(ExportResults results, boolean canceled) {
        if (canceled) return Task.Status.CANCELED;
        if (results.failed() > 0 || results.remaining() > 0) return Task.Status.FAILED;
        return results.refused() > 0 ? Task.Status.WARNING : Task.Status.COMPLETED;
    }
}
