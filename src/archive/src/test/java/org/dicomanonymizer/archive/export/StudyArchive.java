// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dcm4che3.net.Device;
import org.dcm4chee.arc.qmgt.TaskManager;
import org.dcm4chee.arc.retrieve.RetrieveContext;
import org.dcm4chee.arc.retrieve.RetrieveService;
import org.dcm4chee.arc.store.InstanceLocations;
import org.dicomanonymizer.archive.conf.ConfiguredProfiles;

/** An archive with one study, for tests of other packages: what the services of exports need. */
public final class StudyArchive {
    /** What the archive wrote into its audit log: event, user, objects. */
    public final List<String> audited = new ArrayList<>();

    private final TestArchive archive;

    public StudyArchive(Path folder) throws IOException {
        archive = new TestArchive(folder);
    }

    public Device device() {
        return archive.device;
    }

    /** Puts a file on the storage and into the database. */
    public void add(Path file) throws IOException {
        archive.add(file);
    }

    public StudyPreviews previews() {
        return new StudyPreviews(archive.retrieveService(), new TransferAudit(null, null) {
            @Override
            void begin(RetrieveContext context) {
                audit("Begin Transferring", context);
            }

            @Override
            void end(RetrieveContext context) {
                audit("Transferred", context);
            }
        });
    }

    private void audit(String event, RetrieveContext context) {
        audited.add(event + " " + context.getHttpServletRequestInfo().requesterUserID + " "
                + context.getMatches().stream()
                        .map(InstanceLocations::getSopInstanceUID)
                        .toList());
    }

    public OnDemandExports exports(TaskManager tasks) {
        RetrieveService retrieve = archive.retrieveService();
        AnonymizedExporterProvider provider = new AnonymizedExporterProvider(
                archive.device,
                new ConfiguredProfiles(archive.device),
                retrieve,
                new Destinations(archive.device, retrieve, null, archive.tokens),
                null,
                archive.running);
        return new OnDemandExports(archive.device, provider, tasks);
    }
}
