// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.ArrayList;
import java.util.List;
import org.dicomanonymizer.action.Add;
import org.dicomanonymizer.action.BasicCode;
import org.dicomanonymizer.action.Delete;
import org.dicomanonymizer.action.Encrypt;
import org.dicomanonymizer.action.Keep;
import org.dicomanonymizer.action.ReplaceUid;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.encryption.Recipients;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.profile.Rule;
import org.dicomanonymizer.profile.RuleConflicts;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.rule.Selector;
import org.dicomanonymizer.standard.ProfileOption;
import org.dicomanonymizer.standard.TableRow;
import org.dicomanonymizer.text.TextCleaner;

/**
 * A profile made ready for use: built once, immutable, shared by threads. It answers for each element what is done with it.
 */
public final class CompiledProfile {
    private static final Treatment KEPT = new Treatment(Keep.INSTANCE, "no rule selects it");
    private static final Treatment PRIVATE_KEPT = new Treatment(Keep.INSTANCE, "private attributes are kept");
    private static final Treatment OVERLAY_KEPT = new Treatment(Keep.INSTANCE, "overlay plane whose data a rule keeps");
    private static final Treatment ILLEGAL_GROUP = new Treatment(Delete.INSTANCE, "group is illegal");
    private static final Treatment UNREADABLE = new Treatment(Delete.INSTANCE, "private sequence that can't be read");
    private static final Treatment PRIVATE_UID = new Treatment(ReplaceUid.INSTANCE, "UID in a private attribute");

    private final Profile profile;
    private final RuleIndex site;
    private final StandardRules standard;
    private final EncryptRules encryption;
    private final List<String> warnings;
    private final boolean needsIdentifiers;
    private final boolean adds;
    private final boolean touchesOthers;
    private final TextCleaner cleaner;
    private final SettledTreatments settled = new SettledTreatments(this::settle);
    private final DataSet.Glance kept = this::keeps;

    private CompiledProfile(Profile profile, Recipients recipients) {
        this.profile = profile;
        this.site = new RuleIndex(profile.rules());
        List<String> findings = new ArrayList<>(check(profile));
        this.standard = profile.deidentifies() ? new StandardRules(profile) : null;
        this.encryption = new EncryptRules(profile, recipients);
        findings.addAll(encryption.warnings());
        this.cleaner = profile.text().cleaner();
        this.needsIdentifiers = standard != null && standard.needsIdentifiers()
                || profile.rules().stream().anyMatch(rule -> rule.action().needsIdentifiers());
        this.touchesOthers =
                profile.rules().stream().anyMatch(rule -> rule.action().touchesOthers());
        this.adds = profile.rules().stream().anyMatch(rule -> rule.action() instanceof Add);
        this.warnings = List.copyOf(findings);
    }

    /**
     * Compiles a profile.
     *
     * @throws ConfigurationException if a rule's action can't treat what the rule selects, or if the profile asks for
     *     something that this version does not do; all such faults are told
     */
    public static CompiledProfile of(Profile profile) {
        return of(profile, Recipients.NONE);
    }

    /**
     * Compiles a profile.
     *
     * @param recipients for whom originals are encrypted, beside the recipients that the profile names
     * @throws ConfigurationException if rules can't be used; all such rules are told
     */
    public static CompiledProfile of(Profile profile, Recipients recipients) {
        return new CompiledProfile(profile, recipients);
    }

    public Profile profile() {
        return profile;
    }

    /** What the author of the rules should know, though nothing is wrong enough to stop. */
    public List<String> warnings() {
        return warnings;
    }

    private static List<String> check(Profile profile) {
        List<String> problems = Promises.broken(profile);
        List<String> warnings = new ArrayList<>(RuleConflicts.warnings(profile.rules()));
        warnings.addAll(RuleWarnings.of(profile));
        for (Rule rule : profile.rules()) {
            String unsuitable = rule.unsuitable();
            if (rule.selector() instanceof Selector.OfTag selected && FileMeta.isAlwaysNew(selected.tag()))
                warnings.add(
                        rule.origin() + ": " + rule.selector() + " is always written anew; the rule has no effect");
            else if (unsuitable != null) problems.add(rule.origin() + ": " + unsuitable);
        }
        if (!problems.isEmpty()) throw new ConfigurationException(problems);
        return warnings;
    }

    /** How text is cleaned. */
    TextCleaner cleaner() {
        return cleaner;
    }

    /** Whether some action asks for the identifiers of the original. */
    boolean needsIdentifiers() {
        return needsIdentifiers;
    }

    /** Whether some rule adds attributes. */
    boolean adds() {
        return adds;
    }

    EncryptRules encryption() {
        return encryption;
    }

    /** What the standard and the options do to the attributes of a row, where no rule of the site selects them. */
    Treatment describe(TableRow row) {
        return standard.describe(row);
    }

    Scope rootScope() {
        return site.root();
    }

    /** The rule of the site that decides what is done to an element, or null. */
    Rule siteRule(DataSet dataSet, int tag, Scope scope) {
        VR vr = dataSet.vr(tag);
        Rule rule = site.find(dataSet, tag, vr, scope);
        boolean byVrOnly = rule == null && Tag.isPrivate(tag) && profile.keepPrivate();
        return byVrOnly ? site.findByVr(dataSet, tag, vr, scope) : rule;
    }

    /**
     * What is done to an element of a data set of a scope, if that is the same in all data sets where it has its usual VR and
     * no rule with a path selects it; else null.
     */
    Treatment findSettled(DataSet dataSet, int tag, VR vr, Scope scope) {
        Treatment treatment = scope.find(dataSet, tag) == null ? settled.find(tag, vr) : null;
        return treatment == null ? null : treatment.of(dataSet, tag, vr);
    }

    /**
     * Tells the elements of data sets of a scope that stay as they are, whatever else the object holds and whatever is done to
     * it; null if that can't be told before other elements are treated, or if rules with paths have to be asked.
     */
    DataSet.Glance keptIn(Scope scope) {
        return touchesOthers || scope.hasPaths() ? null : kept;
    }

    private boolean keeps(int tag, VR vr, byte[] value) {
        Treatment treatment = settled.find(tag, vr);
        return treatment != null && treatment.keeps(vr, value);
    }

    private Treatment settle(int tag, VR vr) {
        return site.mayDepend(tag, vr)
                ? null
                : decide(AnyDataSet.INSTANCE, tag, vr, Scope.EMPTY).preparedFor(tag, vr);
    }

    /**
     * What is done to an element of a data set of a scope; private creators are not asked for.
     *
     * @param vr the element's
     */
    Treatment find(DataSet dataSet, int tag, VR vr, Scope scope) {
        return decide(dataSet, tag, vr, scope).of(dataSet, tag, vr);
    }

    private Treatment decide(DataSet dataSet, int tag, VR vr, Scope scope) {
        Rule rule = site.find(dataSet, tag, vr, scope);
        if (rule != null && selects(rule, vr)) return bySite(rule, dataSet, tag, vr);
        if (Tag.isPrivate(tag) && profile.keepPrivate()) return keptPrivate(dataSet, tag, vr, scope);
        if (standard == null) return KEPT;
        if (StandardRules.isOverlay(tag) && keepsOverlayData(dataSet, tag, scope)) return OVERLAY_KEPT;
        return fitting(standard.find(dataSet, tag, vr), vr);
    }

    /** A mask may take in sequences that its action is not for: these are walked, as if no rule had named them. */
    private static boolean selects(Rule rule, VR vr) {
        boolean open = rule.selector() instanceof Selector.OfMask || rule.selector() instanceof Selector.AllPrivate;
        return vr != VR.SQ || !open || rule.action().supports(vr);
    }

    /** What was meant to change must not stay as it is because its action can't treat a VR. */
    private static Treatment fitting(Treatment treatment, VR vr) {
        return treatment.action().supports(vr)
                ? treatment
                : new Treatment(BasicCode.INSTANCE, treatment.reason() + ", which can't treat VR " + vr);
    }

    private Treatment bySite(Rule rule, DataSet dataSet, int tag, VR vr) {
        if (rule.action() instanceof Encrypt encrypt) {
            Treatment basic = fitting(encryption.basic().find(dataSet, tag, vr).of(dataSet, tag, vr), vr);
            Treatment inTheClear = standard == null
                    ? basic
                    : fitting(standard.find(dataSet, tag, vr).of(dataSet, tag, vr), vr);
            return new Treatment(
                    encrypt.insteadOf(inTheClear.action(), basic.action()),
                    rule.name() + " by " + rule.origin() + ", " + inTheClear.reason());
        }
        return fitting(Treatment.bySite(rule), vr);
    }

    private Treatment keptPrivate(DataSet dataSet, int tag, VR vr, Scope scope) {
        int group = Tag.group(tag);
        if (group < 0x0009 || group == 0xFFFF) return standard == null ? KEPT : ILLEGAL_GROUP;
        Rule rule = site.findByVr(dataSet, tag, vr, scope);
        if (rule != null) return bySite(rule, dataSet, tag, vr);
        Treatment date = standard == null ? null : standard.findKeptPrivate(vr);
        if (date != null) return date;
        if (standard != null && HiddenItems.in(dataSet, tag)) return UNREADABLE;
        boolean uid = standard != null && vr == VR.UI;
        return uid && !profile.options().contains(ProfileOption.RETAIN_UIDS) ? PRIVATE_UID : PRIVATE_KEPT;
    }

    /** An overlay plane stays or goes as a whole: its data are worth nothing without its rows and columns. */
    private boolean keepsOverlayData(DataSet dataSet, int tag, Scope scope) {
        int overlayData = tag & 0xFFFF0000 | 0x3000;
        VR vr = dataSet.vr(overlayData);
        Rule rule = vr == null ? null : site.find(dataSet, overlayData, vr, scope);
        return rule != null && rule.action() == Keep.INSTANCE && (tag & 0xFFFF) != 0x4000;
    }

    /** The site's rule for an attribute of the file meta information of an object with this scope, or null. */
    Treatment findForFileMeta(DataSet fileMeta, int tag, Scope root) {
        VR vr = fileMeta.vr(tag);
        Rule rule = site.find(fileMeta, tag, vr, root);
        if (rule == null || rule.action() instanceof Encrypt || vr == VR.SQ) return null;
        return bySite(rule, fileMeta, tag, vr);
    }
}
