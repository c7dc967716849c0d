// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dicomanonymizer.action.Encrypt;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.encryption.EncryptedAttributes;
import org.dicomanonymizer.encryption.Originals;
import org.dicomanonymizer.encryption.Recipients;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.profile.Rule;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.rule.Selector;

/** The rules by which originals are encrypted, and for whom. */
final class EncryptRules {
    private final Recipients recipients;
    private final StandardRules basic;

    /**
     * @param further recipients beside those of the profile
     * @throws ConfigurationException if a certificate can't be used, a rule selects what can't be encrypted, or there are
     *     such rules but no recipients
     */
    EncryptRules(Profile profile, Recipients further) {
        List<Rule> rules = profile.rules().stream()
                .filter(rule -> rule.action() instanceof Encrypt)
                .toList();
        basic = rules.isEmpty() ? null : basicProfile(profile);
        recipients = Recipients.read(profile.encryption().recipients()).and(further);
        List<String> problems = new ArrayList<>();
        for (Rule rule : rules) {
            String problem = problem(rule);
            if (problem != null) problems.add(rule.origin() + ": " + rule.selector() + " " + problem);
        }
        if (!problems.isEmpty()) throw new ConfigurationException(problems);
    }

    private static StandardRules basicProfile(Profile profile) {
        Profile basic = Profile.basic();
        return new StandardRules(profile.deidentifies() ? basic.withEdition(profile.edition()) : basic);
    }

    private String problem(Rule rule) {
        if (recipients.isEmpty())
            return "is to be encrypted, but there is no recipient; name the certificates of those who may restore it";
        if (!(rule.selector() instanceof Selector.OfTag selected)) return null;
        if (Tag.group(selected.tag()) == 0x0002)
            return "can't be encrypted: file meta information can't be; it is written anew without the original's";
        return Originals.excludes(selected.tag()) ? "can't be encrypted: pixel data can't be" : null;
    }

    /** Whether any rule asks for encryption. */
    boolean isActive() {
        return basic != null;
    }

    /** The Basic Profile, for what the profile itself keeps; null if there are no such rules. */
    StandardRules basic() {
        return basic;
    }

    /** What the author of the profile should know. */
    List<String> warnings() {
        return basic != null || recipients.isEmpty()
                ? List.of()
                : List.of("there are recipients of encrypted originals, but no rule with the action encrypt");
    }

    /** What the rules may select of an object that has not been changed yet; null if there are no such rules. */
    Candidates collect(DataSet root, CompiledProfile profile) {
        if (basic == null) return null;
        Candidates candidates = new Candidates(new Originals(root), new TreeSet<>());
        Scope scope = profile.rootScope().enterRoot(root);
        for (int tag : root.tags()) {
            Selected selected = tag == Tags.SPECIFIC_CHARACTER_SET ? Selected.NOT : selected(root, tag, scope, profile);
            if (selected != Selected.NOT) candidates.originals().hold(tag);
            if (selected == Selected.BY_PATH) candidates.byPath().add(tag);
        }
        return candidates;
    }

    /**
     * Attributes at the top level that may have to be encrypted.
     *
     * @param originals all of them, in the original
     * @param byPath    those with an element that a rule names by its path: whatever is done to the sequences around it
     */
    record Candidates(Originals originals, Set<Integer> byPath) {}

    private enum Selected {
        NOT,
        ANYWHERE,
        BY_PATH
    }

    /** Whether an attribute, or one within it, is selected. */
    private static Selected selected(DataSet set, int tag, Scope scope, CompiledProfile profile) {
        if (Tag.isPrivateCreator(tag)) return Selected.NOT;
        Rule rule = profile.siteRule(set, tag, scope);
        if (rule != null && rule.action() instanceof Encrypt)
            return rule.selector() instanceof Selector.OfPath ? Selected.BY_PATH : Selected.ANYWHERE;
        Selected most = Selected.NOT;
        if (set.vr(tag) != VR.SQ) return most;
        Scope inside = scope.into(set, tag);
        for (DataSet item : set.items(tag)) {
            Scope entered = inside.enter(item);
            for (int within : item.tags()) {
                Selected selected = selected(item, within, entered, profile);
                if (selected.compareTo(most) > 0) most = selected;
            }
        }
        return most;
    }

    /**
     * Adds encrypted originals to an object that has been treated by now.
     *
     * @param met the attributes at the top level where the walk came upon an element to be encrypted
     */
    void add(Candidates candidates, Set<Integer> met, DataSet root) {
        if (candidates == null) return;
        Set<Integer> wanted = new TreeSet<>(met);
        wanted.addAll(candidates.byPath());
        EncryptedAttributes.add(root, candidates.originals(), wanted, recipients);
    }
}
