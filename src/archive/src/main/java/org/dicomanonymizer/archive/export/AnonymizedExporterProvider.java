// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.dcm4che3.net.Device;
import org.dcm4chee.arc.conf.ExporterDescriptor;
import org.dcm4chee.arc.exporter.Exporter;
import org.dcm4chee.arc.exporter.ExporterProvider;
import org.dcm4chee.arc.retrieve.RetrieveService;
import org.dicomanonymizer.archive.conf.ConfiguredProfiles;
import org.dicomanonymizer.archive.profile.LoadedProfile;
import org.dicomanonymizer.archive.profile.ProfileSet;
import org.dicomanonymizer.archive.profile.UnusableProfileException;
import org.dicomanonymizer.rule.ConfigurationException;

/** Gives the archive exporters for export URIs that begin with {@code anonymized:}. */
@ApplicationScoped
@Named(OnDemandExports.SCHEME)
public class AnonymizedExporterProvider implements ExporterProvider {
    private Device device;
    private ConfiguredProfiles profiles;
    private RetrieveService retrieveService;
    private Destinations destinations;
    private TransferAudit audit;
    private RunningExports running;

    protected AnonymizedExporterProvider() {}

    @Inject
    public AnonymizedExporterProvider(
            Device device,
            ConfiguredProfiles profiles,
            RetrieveService retrieveService,
            Destinations destinations,
            TransferAudit audit,
            RunningExports running) {
        this.device = device;
        this.profiles = profiles;
        this.retrieveService = retrieveService;
        this.destinations = destinations;
        this.audit = audit;
        this.running = running;
    }

    /**
     * An exporter as it is configured. It holds the profiles of this moment, so that one export is made by one state of them.
     *
     * @throws ConfigurationException if the configuration is wrong, or contradicts itself
     * @throws UnusableProfileException if a profile is missing or has errors
     */
    @Override
    public Exporter getExporter(ExporterDescriptor descriptor) {
        ExportSettings settings = ExportSettings.of(descriptor);
        try {
            destinations.check(descriptor.getExporterID(), settings);
            if (settings.reports() != null) settings.reports().check();
        } catch (ConfigurationException e) {
            throw e.at("Exporter " + descriptor.getExporterID());
        }
        ProfileSet current = profiles.current();
        settings.profiles().stream().map(current::named).forEach(LoadedProfile::anonymizer);
        return new AnonymizedExporter(
                descriptor, settings, current, retrieveService, destinations, audit, running, device::execute);
    }
}
