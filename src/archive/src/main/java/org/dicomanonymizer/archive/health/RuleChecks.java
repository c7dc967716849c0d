// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.health;

import java.util.ArrayList;
import java.util.List;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dicomanonymizer.archive.coerce.Channel;
import org.dicomanonymizer.archive.coerce.Limits;
import org.dicomanonymizer.archive.profile.LoadedProfile;
import org.dicomanonymizer.archive.profile.Overrides;
import org.dicomanonymizer.archive.profile.ProfileSet;
import org.dicomanonymizer.archive.profile.UnusableProfileException;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.rule.ConfigurationException;

/** What can be wrong with a coercion rule of this software by itself. */
final class RuleChecks {
    private final ProfileSet profiles;

    RuleChecks(ProfileSet profiles) {
        this.profiles = profiles;
    }

    /** The reasons for findings about a rule; none if it is in order. */
    List<String> of(ArchiveAttributeCoercion2 rule) {
        Channel channel = Channel.of(rule);
        if (channel == null) return List.of("every message is refused, since " + Channel.whyNone(rule));
        List<String> reasons = new ArrayList<>();
        if (rule.getCoercionOnFailure() != ArchiveAttributeCoercion2.OnFailure.RETHROW)
            reasons.add("everything is refused, since dcmCoercionOnFailure is " + rule.getCoercionOnFailure()
                    + ", with which the archive sends what could not be treated; set it to RETHROW");
        checkProfile(rule, channel, reasons);
        switch (channel) {
            case SENT -> checkConditions(rule, reasons);
            case RECEIVED ->
                reasons.add(
                        "of received objects only the records in the database are treated: the stored files stay as they came,"
                                + " and whatever is read from them is the original; de-identify what is sent (C_STORE_RQ with role"
                                + " SCP), or export into an archive of its own (anonymized:)");
            case ANSWERED -> {}
        }
        return reasons;
    }

    private void checkProfile(ArchiveAttributeCoercion2 rule, Channel channel, List<String> reasons) {
        try {
            LoadedProfile profile =
                    profiles.named(rule.getSchemeSpecificPart()).with(Overrides.of(rule.getCoercionParams()));
            if (!profile.isUsable())
                reasons.add("every object is refused, since profile " + profile.name() + " has errors: "
                        + String.join("; ", profile.errors()));
            Limits.of(profile, channel).forEach(limit -> reasons.add("every object is refused: " + limit));
            if (!profile.profile().map(Profile::deidentifies).orElse(true))
                reasons.add("profile " + profile.name()
                        + " keeps what no rule names, so that results are not de-identified;"
                        + " name an edition of the standard in the profile");
        } catch (UnusableProfileException | ConfigurationException e) {
            reasons.add("every object is refused: " + e.getMessage());
        }
    }

    private static void checkConditions(ArchiveAttributeCoercion2 rule, List<String> reasons) {
        if (AppliedRules.conditions(rule).containsKey(AppliedRules.RECEIVING_AET))
            reasons.add("its condition on " + AppliedRules.RECEIVING_AET
                    + " never holds for WADO and STOW-RS, which have no such title: originals go out there; ask "
                    + AppliedRules.SENDING_AET + " instead, with an application entity of its own");
    }
}
