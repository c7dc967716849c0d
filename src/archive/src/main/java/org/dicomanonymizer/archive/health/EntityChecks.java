// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dcm4che3.net.TransferCapability.Role;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dicomanonymizer.archive.coerce.Channel;

/** What can be wrong with the rules of an application entity together. */
final class EntityChecks {
    /** What gives objects other UIDs. */
    private static final Set<String> REMAPPING = Set.of("anonymize", "deidentify");

    /** UPS Push, Watch, Pull and Query. */
    private static final Set<String> UNTREATED = Set.of(
            "1.2.840.10008.5.1.4.34.6.1",
            "1.2.840.10008.5.1.4.34.6.2",
            "1.2.840.10008.5.1.4.34.6.3",
            "1.2.840.10008.5.1.4.34.6.5");

    private EntityChecks() {}

    static List<Finding> of(AppliedRules rules) {
        List<Finding> findings = new ArrayList<>();
        String where = "application entity " + rules.aeTitle();
        for (Channel channel : Channel.values())
            for (ArchiveAttributeCoercion2 rule : rules.ours(channel)) {
                List<String> reasons = new ArrayList<>();
                checkOthers(rules, rule, reasons);
                if (channel == Channel.SENT) checkWaysOut(rules, reasons);
                for (String reason : reasons) findings.add(new Finding(where, rule.getCommonName(), reason));
            }
        return findings;
    }

    private static void checkOthers(AppliedRules rules, ArchiveAttributeCoercion2 rule, List<String> reasons) {
        List<ArchiveAttributeCoercion2> before = rules.before(rule);
        List<ArchiveAttributeCoercion2> after = rules.after(rule);
        for (ArchiveAttributeCoercion2 other : before)
            if (other.isCoercionSufficient())
                reasons.add("where rule \"" + other.getCommonName() + "\" (" + other.getURI()
                        + ") applies, which comes first and has dcmCoercionSufficient, nothing is de-identified; give this"
                        + " rule a higher dcmRulePriority than " + other.getPriority());
        for (ArchiveAttributeCoercion2 other : after)
            if (REMAPPING.contains(other.getScheme()))
                reasons.add("where rule \"" + other.getCommonName() + "\" (" + other.getURI() + ") applies as well, "
                        + (rule.isCoercionSufficient()
                                ? "the SOP Instance UID that is announced is not that of the object"
                                : "objects are treated twice, and their pseudonyms are those of pseudonyms")
                        + "; let conditions keep the rules apart");
        for (List<ArchiveAttributeCoercion2> others : List.of(before, after))
            for (ArchiveAttributeCoercion2 other : others)
                if (other.getScheme().equals("retrieve-as-received"))
                    reasons.add("where rule \"" + other.getCommonName() + "\" (retrieve-as-received:) applies as well,"
                            + " objects are treated as they were received, so that corrections of the patient's data made"
                            + " since are lost and pseudonyms may be others; keep the rules apart");
        for (ArchiveAttributeCoercion old : rules.replacedBy(rule))
            reasons.add("where it applies, rule \"" + old.getCommonName()
                    + "\" of the old kind (dcmArchiveAttributeCoercion)"
                    + " is not asked, so that what that one takes out stays; make it a rule of the new kind"
                    + " (dcmArchiveAttributeCoercion2)");
    }

    private static void checkWaysOut(AppliedRules rules, List<String> reasons) {
        if (rules.ours(Channel.ANSWERED).isEmpty())
            reasons.add("queries through " + rules.aeTitle() + " are answered with the originals; add a rule with DIMSE"
                    + " C_FIND_RSP and role SCU, or allow no queries there");
        if (UNTREATED.stream().anyMatch(sopClass -> rules.entity().hasTransferCapabilityFor(sopClass, Role.SCP)))
            reasons.add(
                    "unified procedure steps (UPS) are answered with the originals; take their SOP classes out of the"
                            + " transfer capabilities of " + rules.aeTitle());
    }
}
