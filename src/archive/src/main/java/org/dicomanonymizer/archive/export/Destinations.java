// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import org.dcm4che3.conf.api.ConfigurationException;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.VR;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Connection;
import org.dcm4che3.net.Device;
import org.dcm4che3.net.WebApplication;
import org.dcm4chee.arc.conf.ArchiveAEExtension;
import org.dcm4chee.arc.conf.ExportRule;
import org.dcm4chee.arc.entity.Location;
import org.dcm4chee.arc.keycloak.AccessTokenRequestor;
import org.dcm4chee.arc.retrieve.RetrieveContext;
import org.dcm4chee.arc.retrieve.RetrieveService;
import org.dcm4chee.arc.store.InstanceLocations;
import org.dcm4chee.arc.store.StoreService;
import org.dicomanonymizer.archive.export.send.ArchiveDestination;
import org.dicomanonymizer.archive.export.send.Destination;
import org.dicomanonymizer.archive.export.send.DicomDestination;
import org.dicomanonymizer.archive.export.send.FolderDestination;
import org.dicomanonymizer.archive.export.send.StowDestination;
import org.dicomanonymizer.archive.export.send.Target;
import org.dicomanonymizer.archive.export.send.ZipDestination;
import org.dicomanonymizer.dicom.Tags;

/** Finds the destinations of exports in the archive's configuration. */
@ApplicationScoped
public class Destinations {
    private static final int SERIES_INSTANCE_UID = 0x0020000E;

    private Device device;
    private RetrieveService retrieveService;
    private StoreService storeService;
    private AccessTokenRequestor tokens;

    protected Destinations() {}

    @Inject
    public Destinations(
            Device device, RetrieveService retrieveService, StoreService storeService, AccessTokenRequestor tokens) {
        this.device = device;
        this.retrieveService = retrieveService;
        this.storeService = storeService;
        this.tokens = tokens;
    }

    /**
     * Checks what only the configuration around an exporter tells.
     *
     * @throws org.dicomanonymizer.rule.ConfigurationException if the destination can't be one of this exporter
     */
    void check(String exporterId, ExportSettings settings) {
        if (device.getApplicationEntity(settings.aeTitle(), true) == null)
            throw problem("dicomAETitle " + settings.aeTitle() + " is no AE of this archive");
        settings.targets().stream()
                .filter(target -> target.kind() == Target.Kind.STORE)
                .forEach(target -> checkLoop(exporterId, settings.to(target)));
    }

    private void checkLoop(String exporterId, ExportSettings settings) {
        ArchiveAEExtension target = storing(settings);
        Optional<String> rule = target.exportRules()
                .filter(r -> Arrays.asList(r.getExporterIDs()).contains(exporterId))
                .filter(r -> exportsCopies(r, settings))
                .map(ExportRule::getCommonName)
                .findFirst();
        if (rule.isPresent())
            throw problem("export rule \"" + rule.get() + "\" would export again what this exporter stores in AE "
                    + settings.target().name() + "; give it the condition PatientIdentityRemoved!=YES");
    }

    private static boolean exportsCopies(ExportRule rule, ExportSettings settings) {
        Attributes copy = new Attributes();
        copy.setString(Tags.PATIENT_IDENTITY_REMOVED, VR.CS, "YES");
        return rule.getConditions()
                .match(null, settings.aeTitle(), null, settings.target().name(), copy);
    }

    private ArchiveAEExtension storing(ExportSettings settings) {
        String aeTitle = settings.target().name();
        ApplicationEntity entity = device.getApplicationEntity(aeTitle, true);
        ArchiveAEExtension extension = entity == null ? null : entity.getAEExtension(ArchiveAEExtension.class);
        if (extension == null) throw problem(settings, aeTitle + " is no AE of this archive");
        if (extension.getObjectStorageIDs().length == 0)
            throw problem(settings, "AE " + aeTitle + " stores nothing; give it a dcmObjectStorageID");
        return extension;
    }

    /** What the archive reads objects by, and tells its audit log about. */
    RetrieveContext retrieve(ExportSettings settings, String study, String series, String instance) {
        Target target = settings.target();
        try {
            return switch (target.kind()) {
                case DICOM, STORE ->
                    retrieveService.newRetrieveContextSTORE(settings.aeTitle(), study, series, instance, target.name());
                case STOW -> {
                    RetrieveContext context = retrieveService.newRetrieveContextSTOW(
                            settings.aeTitle(), study, series, instance, target.name());
                    yield named(context, target, host(settings, context.getDestinationWebApp()));
                }
                case DIR ->
                    named(
                            retrieveService.newRetrieveContext(settings.aeTitle(), study, series, instance),
                            target,
                            "localhost");
            };
        } catch (ConfigurationException e) {
            throw problem(settings, target.name() + " is not in the archive's configuration, or that can't be read");
        }
    }

    /** Without a destination the archive can't write the audit messages of an export that nobody asked for by REST. */
    private static RetrieveContext named(RetrieveContext context, Target target, String host) {
        ApplicationEntity destination = new ApplicationEntity(target.toString());
        destination.addConnection(new Connection(target.kind().name(), host));
        context.setDestinationAE(destination);
        context.setDestinationAETitle(target.toString());
        return context;
    }

    private static String host(ExportSettings settings, WebApplication application) {
        try {
            return application.firstInstalledConnection().getHostname();
        } catch (IllegalStateException e) {
            throw problem(
                    settings,
                    "web application " + application.getApplicationName()
                            + " has no network connection that is installed");
        }
    }

    /** The destination of an export whose matches are known. */
    Destination open(ExportSettings settings, RetrieveContext context) {
        Target target = settings.target();
        return switch (target.kind()) {
            case DICOM ->
                new DicomDestination(
                        context.getLocalApplicationEntity(),
                        context.getDestinationAE(),
                        context.getArchiveAEExtension().maxStoreAssociationsTo(target.name()),
                        contexts(context),
                        context::setStoreAssociation);
            case STOW -> new StowDestination(stow(settings, context.getDestinationWebApp()), tokens);
            case STORE ->
                new ArchiveDestination(
                        storeService,
                        device.getApplicationEntity(target.name(), true),
                        settings.aeTitle(),
                        settings.writers());
            case DIR ->
                settings.zip()
                        ? new ZipDestination(target.path(), settings.paths(), naming(context))
                        : new FolderDestination(target.path(), settings.paths(), settings.writers());
        };
    }

    /** Whether what is sent stays in this archive. */
    boolean isOwn(Target target) {
        return switch (target.kind()) {
            case STORE -> true;
            case DICOM -> device.getApplicationEntity(target.name(), true) != null;
            case STOW, DIR -> false;
        };
    }

    private static WebApplication stow(ExportSettings settings, WebApplication application) {
        if (!application.containsServiceClass(WebApplication.ServiceClass.STOW_RS))
            throw problem(
                    settings,
                    "web application " + application.getApplicationName() + " has no dcmWebServiceClass STOW_RS");
        return application;
    }

    private static Collection<DicomDestination.Context> contexts(RetrieveContext context) {
        Collection<DicomDestination.Context> contexts = new LinkedHashSet<>();
        for (InstanceLocations match : context.getMatches())
            for (Location location : match.getLocations())
                if (Location.isDicomFile(location))
                    contexts.add(new DicomDestination.Context(match.getSopClassUID(), location.getTransferSyntaxUID()));
        return contexts;
    }

    /** A ZIP file of a study has another name than that of one of its series or objects. */
    private static int[] naming(RetrieveContext context) {
        if (context.getSopInstanceUID() != null)
            return new int[] {Tags.STUDY_INSTANCE_UID, SERIES_INSTANCE_UID, Tags.SOP_INSTANCE_UID};
        return context.getSeriesInstanceUID() != null
                ? new int[] {Tags.STUDY_INSTANCE_UID, SERIES_INSTANCE_UID}
                : new int[] {Tags.STUDY_INSTANCE_UID};
    }

    private static org.dicomanonymizer.rule.ConfigurationException problem(ExportSettings settings, String text) {
        return problem(settings.whereTargetsStand() + ": " + text);
    }

    private static org.dicomanonymizer.rule.ConfigurationException problem(String text) {
        return new org.dicomanonymizer.rule.ConfigurationException(text);
    }
}
