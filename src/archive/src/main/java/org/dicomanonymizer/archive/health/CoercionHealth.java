// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Device;
import org.dcm4chee.arc.conf.ArchiveAEExtension;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dcm4chee.arc.conf.ArchiveDeviceExtension;
import org.dcm4chee.arc.event.ArchiveServiceEvent;
import org.dicomanonymizer.archive.conf.ConfiguredProfiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks through the coercion rules whenever the archive has loaded its configuration, and warns in the log of those that would
 * let originals out or refuse everything.
 */
@ApplicationScoped
public class CoercionHealth {
    private static final Logger LOG = LoggerFactory.getLogger(CoercionHealth.class);

    private Device device;
    private ConfiguredProfiles profiles;
    private volatile HealthReport report = HealthReport.NONE;

    protected CoercionHealth() {}

    @Inject
    public CoercionHealth(Device device, ConfiguredProfiles profiles) {
        this.device = device;
        this.profiles = profiles;
    }

    /** What was found when the configuration was loaded last. */
    public HealthReport report() {
        return report;
    }

    /** The archive was started, or its configuration was reloaded. */
    public void onLoaded(@Observes ArchiveServiceEvent event) {
        if (event.getType() == ArchiveServiceEvent.Type.STOPPED) return;
        HealthReport found = examine();
        report = found;
        found.findings().forEach(finding -> LOG.warn("{}", finding));
        if (found.rules() > 0)
            LOG.info(
                    "Looked through {} coercion rules of DicomAnonymizer: {} findings",
                    found.rules(),
                    found.findings().size());
    }

    /** Looks through the rules as they are now. */
    HealthReport examine() {
        RuleChecks single = new RuleChecks(profiles.current());
        Set<ArchiveAttributeCoercion2> ours = new LinkedHashSet<>();
        List<Finding> findings = new ArrayList<>();
        ArchiveDeviceExtension archive = device.getDeviceExtension(ArchiveDeviceExtension.class);
        if (archive != null)
            add(archive.getAttributeCoercions2(), "device " + device.getDeviceName(), single, ours, findings);
        for (ApplicationEntity entity : device.getApplicationEntities()) {
            ArchiveAEExtension extension = entity.getAEExtension(ArchiveAEExtension.class);
            if (extension == null) continue;
            String where = "application entity " + entity.getAETitle();
            add(extension.getAttributeCoercions2(), where, single, ours, findings);
            findings.addAll(EntityChecks.of(AppliedRules.of(extension)));
        }
        return new HealthReport(ours.size(), findings);
    }

    private static void add(
            Collection<ArchiveAttributeCoercion2> rules,
            String where,
            RuleChecks checks,
            Set<ArchiveAttributeCoercion2> ours,
            List<Finding> findings) {
        for (ArchiveAttributeCoercion2 rule : rules) {
            if (!AppliedRules.isOurs(rule) || !ours.add(rule)) continue;
            for (String reason : checks.of(rule)) findings.add(new Finding(where, rule.getCommonName(), reason));
        }
    }
}
