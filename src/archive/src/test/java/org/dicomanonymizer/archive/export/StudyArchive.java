// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import java.io.IOException;
import java.nio.file.Path;
import org.dcm4che3.net.Device;
import org.dcm4chee.arc.qmgt.TaskManager;
import org.dcm4chee.arc.retrieve.RetrieveService;
import org.dicomanonymizer.archive.conf.ConfiguredProfiles;

/** An archive with one study, for tests of other packages: what the services of exports need. */
public final class StudyArchive {
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
        return new StudyPreviews(archive.retrieveService());
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
