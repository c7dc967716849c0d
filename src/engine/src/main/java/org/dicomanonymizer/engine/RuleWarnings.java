// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dicomanonymizer.action.Add;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.profile.Rule;
import org.dicomanonymizer.rule.Selector;
import org.dicomanonymizer.standard.ActionCode;
import org.dicomanonymizer.standard.TableRow;

/** Rules of the site that can be used, but whose author should know what they do to the marks and to the standard's part. */
final class RuleWarnings {
    /** What is set anew in every object that is de-identified, whatever was there. */
    private static final Set<Integer> ALWAYS_SET =
            Set.of(Tags.PATIENT_IDENTITY_REMOVED, Tags.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED);

    private static final Set<Integer> MARKS = Set.of(
            Tags.PATIENT_IDENTITY_REMOVED,
            Tags.DEIDENTIFICATION_METHOD,
            Tags.DEIDENTIFICATION_METHOD_CODE_SEQUENCE,
            Tags.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED);

    private static final Set<ActionCode> LEAVES_ITEMS = EnumSet.of(ActionCode.K, ActionCode.C, ActionCode.X_Z_U);

    private RuleWarnings() {}

    /** One line for each such rule, with its place. */
    static List<String> of(Profile profile) {
        List<String> warnings = new ArrayList<>();
        for (Rule rule : profile.rules()) {
            Selector selector = rule.selector();
            if (selector instanceof Selector.OfPath path) warnings.addAll(unreachable(profile, rule, path));
            Selector last = selector instanceof Selector.OfPath path ? path.last() : selector;
            if (!(last instanceof Selector.OfTag selected)) continue;
            boolean atRoot = !(selector instanceof Selector.OfPath path)
                    || path.sequences().isEmpty();
            String reason = atRoot ? marks(profile, rule, selected.tag()) : null;
            if (reason == null && rule.action() instanceof Add) reason = removed(profile, selected.tag());
            if (reason == null) continue;
            warnings.add(
                    rule.origin() + ": " + Dictionary.standard().keyword(selected.tag()) + " " + last + " " + reason);
        }
        return warnings;
    }

    /** A rule for items acts only if the sequences that it names stay, which the table may prevent. */
    private static List<String> unreachable(Profile profile, Rule rule, Selector.OfPath path) {
        List<String> warnings = new ArrayList<>();
        for (Selector.Step step : path.sequences()) {
            if (!(step instanceof Selector.Step.Into into) || !(into.sequence() instanceof Selector.OfTag sequence))
                continue;
            TableRow row = profile.deidentifies() ? profile.edition().row(sequence.tag()) : null;
            boolean selected = profile.rules().stream().anyMatch(other -> selects(other, sequence));
            if (row == null || selected || LEAVES_ITEMS.contains(row.code(profile.options()))) continue;
            warnings.add(rule.origin() + ": " + rule.name() + " of " + path.named() + " never acts where Table E.1-1 ("
                    + row.code(profile.options()).code() + ") takes " + sequence.named()
                    + " away; keep it by a rule of its own");
        }
        return warnings;
    }

    private static boolean selects(Rule rule, Selector.OfTag sequence) {
        Selector last = rule.selector() instanceof Selector.OfPath path ? path.last() : rule.selector();
        return last instanceof Selector.OfVr vr
                ? vr.vr() == VR.SQ
                : last.equals(sequence)
                        || last instanceof Selector.OfMask mask && mask.mask().matches(sequence.tag());
    }

    private static String marks(Profile profile, Rule rule, int tag) {
        if (profile.deidentifies())
            return ALWAYS_SET.contains(tag)
                    ? "is set by the de-identification itself; the rule has no effect on it at the root"
                    : null;
        return rule.action() instanceof Add && MARKS.contains(tag)
                ? "marks results as de-identified, though the profile does not apply the standard's table"
                : null;
    }

    private static String removed(Profile profile, int tag) {
        TableRow row = profile.deidentifies() ? profile.edition().row(tag) : null;
        if (row == null) return null;
        ActionCode code = row.code(profile.options());
        return code.code().startsWith("X")
                ? "is removed by Table E.1-1 (" + code.code()
                        + ") and added by the rule; make sure that its value tells nothing of a patient"
                : null;
    }
}
