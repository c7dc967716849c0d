// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Device;
import org.dcm4che3.net.Dimse;
import org.dcm4che3.net.TransferCapability;
import org.dcm4chee.arc.conf.ArchiveAEExtension;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dcm4chee.arc.event.ArchiveServiceEvent;
import org.dcm4chee.arc.query.QueryContext;
import org.dcm4chee.arc.retrieve.RetrieveContext;
import org.dcm4chee.arc.store.InstanceLocations;

/**
 * The coercion rules as the archive has loaded them last. It empties its own lists for a moment while it reloads its
 * configuration: whatever goes out in that moment goes by the rules before.
 */
@ApplicationScoped
public class LoadedRules {
    private Device device;
    private volatile Map<String, List<ArchiveAttributeCoercion2>> byTitle = Map.of();

    protected LoadedRules() {}

    @Inject
    public LoadedRules(Device device) {
        this.device = device;
    }

    /** The archive was started, or its configuration was reloaded. */
    public void onLoaded(@Observes ArchiveServiceEvent event) {
        if (event.getType() == ArchiveServiceEvent.Type.STOPPED) return;
        Map<String, List<ArchiveAttributeCoercion2>> loaded = new HashMap<>();
        for (ApplicationEntity entity : device.getApplicationEntities()) {
            ArchiveAEExtension extension = entity.getAEExtension(ArchiveAEExtension.class);
            if (extension != null)
                loaded.put(entity.getAETitle(), extension.attributeCoercions2().toList());
        }
        byTitle = loaded;
    }

    /** The rules of an application entity: those in force, or those before if de-identification has just got lost. */
    public List<ArchiveAttributeCoercion2> of(ArchiveAEExtension extension) {
        List<ArchiveAttributeCoercion2> inForce =
                extension.attributeCoercions2().toList();
        return orBefore(inForce, before(extension));
    }

    /**
     * The rules for an object that is about to be sent: those in force, or those before if de-identification has just got lost.
     *
     * @param inForce those that the archive finds now
     */
    List<ArchiveAttributeCoercion2> of(
            List<ArchiveAttributeCoercion2> inForce, RetrieveContext context, InstanceLocations match) {
        // As the archive asks for them.
        List<ArchiveAttributeCoercion2> before = before(context.getArchiveAEExtension()).stream()
                .filter(rule -> rule.match(
                        TransferCapability.Role.SCP,
                        Dimse.C_STORE_RQ,
                        match.getSopClassUID(),
                        context.getDestinationHostName(),
                        context.getLocalAETitle(),
                        context.getRequestorHostName(),
                        context.getDestinationAETitle(),
                        match.getAttributes()))
                .toList();
        return orBefore(inForce, before);
    }

    /** The rule of this software, among those that were loaded last, for an answer to a query. */
    Optional<ArchiveAttributeCoercion2> answering(QueryContext context, Attributes answer) {
        return before(context.getArchiveAEExtension()).stream()
                .filter(rule -> AnonymizeCoercion.SCHEME.equals(rule.getScheme()))
                .filter(rule -> rule.match(
                        TransferCapability.Role.SCU,
                        Dimse.C_FIND_RSP,
                        context.getSOPClassUID(),
                        context.getRemoteHostName(),
                        context.getCallingAET(),
                        context.getLocalHostName(),
                        context.getCalledAET(),
                        answer))
                .findFirst();
    }

    private List<ArchiveAttributeCoercion2> before(ArchiveAEExtension extension) {
        return byTitle.getOrDefault(extension.getApplicationEntity().getAETitle(), List.of());
    }

    private static List<ArchiveAttributeCoercion2> orBefore(
            List<ArchiveAttributeCoercion2> inForce, List<ArchiveAttributeCoercion2> before) {
        return !deidentify(inForce) && deidentify(before) ? before : inForce;
    }

    private static boolean deidentify(List<ArchiveAttributeCoercion2> rules) {
        return rules.stream().anyMatch(rule -> AnonymizeCoercion.SCHEME.equals(rule.getScheme()));
    }
}
