// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
import org.dicomanonymizer.archive.conf.AnonymizerDeviceExtension;

/**
 * The coercion rules as the archive has loaded them last, all of one configuration. While the archive reloads its configuration,
 * it empties its own lists one after the other and fills them again, so that now those of the device are missing and now those of
 * an application entity. Where objects are de-identified, rules count only together: one that takes out the pixels must
 * not be missing beside one that de-identifies the header.
 */
@ApplicationScoped
public class LoadedRules {
    private Device device;
    private volatile Snapshot snapshot = new Snapshot(null, Map.of());

    /**
     * @param of      the device that has the rules, by which it is known whether they have been taken
     * @param byTitle the rules of application entities and those of the device with them, also of entities that are gone, since
     *     something may be on its way from them
     */
    private record Snapshot(Device of, Map<String, List<ArchiveAttributeCoercion2>> byTitle) {
        Snapshot next(Device device) {
            Map<String, List<ArchiveAttributeCoercion2>> all = new HashMap<>(byTitle);
            for (ApplicationEntity entity : device.getApplicationEntities()) {
                ArchiveAEExtension extension = entity.getAEExtension(ArchiveAEExtension.class);
                if (extension != null)
                    all.put(entity.getAETitle(), extension.attributeCoercions2().toList());
            }
            return new Snapshot(device, all);
        }
    }

    protected LoadedRules() {}

    @Inject
    public LoadedRules(Device device) {
        this.device = device;
    }

    /** The archive was started, or its configuration was reloaded. */
    public void onLoaded(@Observes ArchiveServiceEvent event) {
        if (event.getType() != ArchiveServiceEvent.Type.STOPPED) snapshot = snapshot.next(device);
    }

    /** The rules of an application entity. */
    public List<ArchiveAttributeCoercion2> of(ArchiveAEExtension extension) {
        return whole(() -> extension.attributeCoercions2().toList(), loaded(extension));
    }

    /**
     * The rules for an object that is about to be sent.
     *
     * @param inForce finds those of the archive
     */
    List<ArchiveAttributeCoercion2> of(
            Supplier<List<ArchiveAttributeCoercion2>> inForce, RetrieveContext context, InstanceLocations match) {
        // As the archive asks for them.
        return whole(
                inForce,
                loaded(context.getArchiveAEExtension())
                        .map(rules -> rules.stream()
                                .filter(rule -> rule.match(
                                        TransferCapability.Role.SCP,
                                        Dimse.C_STORE_RQ,
                                        match.getSopClassUID(),
                                        context.getDestinationHostName(),
                                        context.getLocalAETitle(),
                                        context.getRequestorHostName(),
                                        context.getDestinationAETitle(),
                                        match.getAttributes()))
                                .toList()));
    }

    /** The rules for an answer to a query; none if they do not de-identify it. */
    List<ArchiveAttributeCoercion2> answering(QueryContext context, Attributes answer) {
        List<ArchiveAttributeCoercion2> rules = loaded(context.getArchiveAEExtension()).orElse(List.of()).stream()
                .filter(rule -> rule.match(
                        TransferCapability.Role.SCU,
                        Dimse.C_FIND_RSP,
                        context.getSOPClassUID(),
                        context.getRemoteHostName(),
                        context.getCallingAET(),
                        context.getLocalHostName(),
                        context.getCalledAET(),
                        answer))
                .toList();
        return deidentify(rules) ? rules : List.of();
    }

    /** Empty for an entity that has come since. */
    private Optional<List<ArchiveAttributeCoercion2>> loaded(ArchiveAEExtension extension) {
        return Optional.ofNullable(
                current().byTitle().get(extension.getApplicationEntity().getAETitle()));
    }

    /** The archive tells nobody of some reloads, but they reach our part of its configuration as well. */
    private Snapshot current() {
        Snapshot known = snapshot;
        Device loaded = AnonymizerDeviceExtension.loadedLast(device).orElse(known.of());
        if (loaded == known.of()) return known;
        Snapshot next = known.next(loaded);
        snapshot = next;
        return next;
    }

    /**
     * The archive is left alone where nothing de-identifies. New rules that do so hold at once if there are no profiles: they refuse
     * everything then, and nothing would tell that they have been loaded.
     */
    private List<ArchiveAttributeCoercion2> whole(
            Supplier<List<ArchiveAttributeCoercion2>> inForce, Optional<List<ArchiveAttributeCoercion2>> loaded) {
        if (loaded.isPresent() && deidentify(loaded.get())) return loaded.get();
        List<ArchiveAttributeCoercion2> found = inForce.get();
        boolean tooEarly = loaded.isPresent()
                && deidentify(found)
                && device.getDeviceExtension(AnonymizerDeviceExtension.class) != null;
        return tooEarly ? loaded.get() : found;
    }

    private static boolean deidentify(List<ArchiveAttributeCoercion2> rules) {
        return rules.stream().anyMatch(rule -> AnonymizeCoercion.SCHEME.equals(rule.getScheme()));
    }
}
