// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dicomanonymizer.action.Actions;
import org.dicomanonymizer.action.Add;
import org.dicomanonymizer.action.Effect;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.DictionaryEntry;
import org.dicomanonymizer.dicom.ResourceLines;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.TagMask;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.profile.Rule;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.rule.Selector;
import org.dicomanonymizer.standard.AttributeType;
import org.dicomanonymizer.standard.Edition;
import org.dicomanonymizer.standard.IodNode;
import org.dicomanonymizer.standard.IodTypes;
import org.dicomanonymizer.standard.Supplement;
import org.dicomanonymizer.standard.TableRow;

/**
 * What a profile does to the attributes of the objects of a SOP class, and by which rule. The standard's part is found out by
 * treating samples, so that it can't say anything else than what is done.
 */
public final class ProfileExplanation {
    private static final Map<Effect, String> EFFECTS = new EnumMap<>(Map.of(
            Effect.KEPT, "kept",
            Effect.REMOVED, "removed",
            Effect.EMPTIED, "emptied",
            Effect.REPLACED, "replaced by a dummy",
            Effect.REMAPPED, "replaced by a new UID",
            Effect.PSEUDONYMIZED, "replaced by a pseudonym",
            Effect.CLEANED, "cleaned of what identifies",
            Effect.SHIFTED, "moved in time",
            Effect.PRUNED, "rid of some items",
            Effect.CHANGED, "changed"));
    /** What actions do, by their names. */
    private static final Map<String, String> WORDS =
            ResourceLines.rows(ProfileExplanation.class, "effects.tsv").stream()
                    .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1]));

    private static final int PRIVATE = 0x00091001;

    private final Profile profile;
    private final String sopClass;
    private final RuleIndex site;
    private final SampleObject samples;
    private final IodNode iod;
    private final List<Line> lines = new ArrayList<>();
    private final List<Line> nested;
    private final List<Line> content;

    /**
     * @param profile  the profile
     * @param sopClass the UID of the SOP class, as far as that decides; null for objects of which nothing is known
     * @throws ConfigurationException if the profile can't be compiled; all faults are told
     */
    public ProfileExplanation(Profile profile, String sopClass) {
        CompiledProfile.of(profile);
        this.profile = profile;
        this.sopClass = sopClass;
        this.site = new RuleIndex(
                profile.rules().stream().filter(rule -> rule.when() == null).toList());
        this.samples = new SampleObject(
                CompiledProfile.of(
                        profile.toBuilder().rules(List.of()).verify(false).build()),
                sopClass);
        this.iod = IodTypes.root(sopClass);
        Map<Long, Attribute> attributes = attributes();
        attributes.values().forEach(attribute -> lines.addAll(explain(attribute)));
        explainOthers(attributes.keySet());
        nested = new NestedExplanation(profile, sopClass).lines();
        content = ContentExplanation.lines(profile, samples);
    }

    /**
     * What happens to an attribute at the root of an object.
     *
     * @param tag       its tag, or the open tag of several; empty for what no table lists
     * @param attribute its keyword, or a description of what no table lists
     * @param vr        its value representation, empty for several
     * @param type      1 or 2 where the IOD requires the attribute and this decides what is done, otherwise empty
     * @param when      the condition, empty for otherwise or always
     * @param effect    what happens
     * @param reason    which rule decides
     */
    public record Line(
            String tag, String attribute, String vr, String type, String when, String effect, String reason) {}

    /** The lines, by tag; a rule with a condition stands before what holds otherwise. */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    public Profile profile() {
        return profile;
    }

    /** What happens inside sequences, where it is not what happens at the root; the attribute is told with its path. */
    public List<Line> nested() {
        return nested;
    }

    /**
     * What happens to content items by their concept names, which stand in place of an attribute's keyword; none if the
     * profile does not go by them.
     */
    public List<Line> content() {
        return content;
    }

    /** The UID of the SOP class, or null. */
    public String sopClass() {
        return sopClass;
    }

    /** An attribute to explain. */
    private record Attribute(TagMask tag, String keyword, VR vr) {
        /** A tag of an element proper, no group length. */
        int example() {
            return tag.equals(TagMask.PRIVATE) ? PRIVATE : tag.value() | ~tag.bits() & 0x3000;
        }
    }

    /** Those of the table, those beyond it, and those that rules of the site name. */
    private Map<Long, Attribute> attributes() {
        Map<Long, Attribute> attributes = new TreeMap<>();
        Edition edition = profile.edition();
        if (edition != null) {
            for (TableRow row : edition.rows()) put(attributes, row.tag(), row.keyword(), row.vr());
            for (Supplement.Row extra : Supplement.rows())
                put(
                        attributes,
                        extra.row().tag(),
                        extra.row().keyword(),
                        extra.row().vr());
        }
        for (Rule rule : profile.rules()) {
            if (!(atRoot(rule) instanceof Selector.OfTag selected)) continue;
            DictionaryEntry entry = Dictionary.standard().entry(selected.tag());
            put(
                    attributes,
                    TagMask.exactly(selected.tag()),
                    entry == null ? "" : entry.keyword(),
                    Dictionary.standard().vr(selected.tag()));
        }
        attributes.put(Long.MAX_VALUE, new Attribute(TagMask.PRIVATE, "any private attribute", null));
        return attributes;
    }

    /** What a rule selects at the root: what it names without a path, or for the root only; else null. */
    private static Selector atRoot(Rule rule) {
        if (!(rule.selector() instanceof Selector.OfPath path)) return rule.selector();
        return path.sequences().isEmpty() ? path.last() : null;
    }

    private static void put(Map<Long, Attribute> attributes, TagMask tag, String keyword, VR vr) {
        boolean fileMeta = Tag.group(tag.value()) == 0x0002 && tag.isExact();
        if (!fileMeta && !tag.equals(TagMask.PRIVATE))
            attributes.putIfAbsent(Integer.toUnsignedLong(tag.value()), new Attribute(tag, keyword, vr));
    }

    private List<Line> explain(Attribute attribute) {
        List<Line> found = new ArrayList<>();
        int tag = attribute.example();
        VR vr = attribute.vr() == null ? VR.LO : attribute.vr();
        for (Rule rule : Rule.byPrecedence(profile.rules()))
            if (rule.when() != null && selects(rule, tag, vr))
                present(rule).ifPresent(deed -> found.add(line(attribute, deed)));
        DataSet sample = samples.create(tag, vr);
        Rule winner = site.find(sample, tag, sample.vr(tag), site.root());
        if (winner != null) present(winner).ifPresent(deed -> found.add(line(attribute, deed)));
        else {
            SampleObject.Outcome outcome = samples.treat(tag, vr);
            found.add(line(attribute, new Deed("", effect(outcome, vr), outcome.reason())));
        }
        for (Rule rule : Rule.byPrecedence(profile.rules()))
            if (new Selector.OfTag(tag).equals(atRoot(rule)))
                absent(rule).ifPresent(deed -> found.add(line(attribute, deed)));
        return found;
    }

    /**
     * What a rule of the site does.
     *
     * @param when   the condition, empty for always
     * @param effect the action with what it was told
     * @param reason the rule
     */
    record Deed(String when, String effect, String reason) {}

    /** What a rule does to an attribute that is there; nothing if it only adds. */
    static Optional<Deed> present(Rule rule) {
        if (rule.onlyAdds()) return Optional.empty();
        String settings = rule.settings();
        String effect = rule.action() instanceof Add add
                ? "replaced by \"" + add.text() + "\""
                : WORDS.getOrDefault(rule.name(), rule.name()) + (settings.isEmpty() ? "" : " (" + settings + ")");
        return Optional.of(new Deed(rule.when() == null ? "" : rule.when().toString(), effect, reason(rule)));
    }

    /** What a rule does where an attribute is absent; nothing if it does not add. */
    static Optional<Deed> absent(Rule rule) {
        if (!(rule.action() instanceof Add add)) return Optional.empty();
        String when = (rule.when() == null ? "" : rule.when() + " and ") + "the result lacks it";
        return Optional.of(new Deed(when, "added as \"" + add.text() + "\"", reason(rule)));
    }

    private static String reason(Rule rule) {
        return rule.name() + " by " + rule.origin();
    }

    private boolean selects(Rule rule, int tag, VR vr) {
        return atRoot(rule) != null && rule.selector().matches(samples.create(tag, vr), tag);
    }

    /** What became of a sample, in words. */
    static String effect(SampleObject.Outcome outcome, VR vr) {
        if (outcome.effect() == null) return "refuses the object";
        boolean items = vr == VR.SQ && outcome.effect().leavesItems();
        return EFFECTS.get(outcome.effect()) + (items ? ", its items are treated" : "");
    }

    private Line line(Attribute attribute, Deed deed) {
        AttributeType type =
                attribute.tag().isExact() ? iod.type(attribute.tag().value()) : AttributeType.TYPE_3;
        return new Line(
                attribute.tag().toString(),
                attribute.keyword(),
                attribute.vr() == null ? "" : attribute.vr().toString(),
                type == AttributeType.TYPE_3 ? "" : type == AttributeType.TYPE_1 ? "1" : "2",
                deed.when(),
                deed.effect(),
                deed.reason());
    }

    /** A rule by keywords, and what its action says of itself and was told; of one made by code only that it is. */
    static String sentence(Rule rule) {
        String text = rule.selector().named() + ": " + rule.name() + (rule.when() == null ? "" : " when " + rule.when())
                + " [" + rule.origin() + "]. ";
        if (rule.parameters() == null) return text + "Treated by a function of the caller.";
        String settings = rule.settings();
        return text + Actions.named(rule.name()).description() + (settings.isEmpty() ? "" : " Here: " + settings + ".");
    }

    /** What is not listed: attributes with which the same is done are one line. */
    private void explainOthers(Set<Long> listed) {
        Map<Deed, List<DictionaryEntry>> alike = new LinkedHashMap<>();
        Dictionary.standard()
                .entries()
                .filter(entry -> !entry.retired() && !entry.vrs().isEmpty())
                .filter(entry -> StandardRules.hasPlace(Tag.group(entry.tag())) && !Tag.isGroupLength(entry.tag()))
                .filter(entry -> !listed.contains(Integer.toUnsignedLong(entry.tag())))
                .filter(entry -> profile.edition() == null || profile.edition().row(entry.tag()) == null)
                .forEach(entry -> {
                    for (Line line : explain(attribute(entry)))
                        alike.computeIfAbsent(
                                        new Deed(line.when(), line.effect(), line.reason()), first -> new ArrayList<>())
                                .add(entry);
                });
        alike.forEach((deed, entries) ->
                lines.add(entries.size() == 1 ? line(attribute(entries.get(0)), deed) : others(entries, deed)));
    }

    private static Attribute attribute(DictionaryEntry entry) {
        return new Attribute(
                TagMask.exactly(entry.tag()),
                entry.keyword(),
                Dictionary.standard().vr(entry.tag()));
    }

    private static Line others(List<DictionaryEntry> entries, Deed deed) {
        String vrs = entries.stream()
                .map(entry -> Dictionary.standard().vr(entry.tag()).toString())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        String others = entries.size() + " others of VR " + vrs + ", such as "
                + entries.get(0).keyword() + ":";
        return new Line("", others, "", "", deed.when(), deed.effect(), deed.reason());
    }
}
