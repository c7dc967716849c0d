// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.dicomanonymizer.dicom.UidRegistry;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.profile.Rule;
import org.dicomanonymizer.standard.ProfileOption;

/** How an explanation is written. */
public enum ExplanationFormat {
    /** Words, and a table with blanks between the columns. */
    TEXT {
        @Override
        public String write(ProfileExplanation explanation) {
            List<String> lines = new ArrayList<>(words(explanation));
            lines.add("");
            lines.add(String.format(ROW, "tag", "vr", "type", "attribute", "what happens"));
            for (ProfileExplanation.Line line : explanation.lines()) lines.add(row(ROW, line));
            if (!explanation.nested().isEmpty()) {
                lines.addAll(List.of("", NESTED, ""));
                for (ProfileExplanation.Line line : explanation.nested()) lines.add(row(NESTED_ROW, line));
            }
            if (!explanation.content().isEmpty()) {
                lines.addAll(List.of("", CONTENT, ""));
                for (ProfileExplanation.Line line : explanation.content())
                    lines.add(line.attribute() + ": " + effect(line) + " [" + line.reason() + "]");
            }
            return String.join("\n", lines) + "\n";
        }
    },
    /** Words, and a table of Markdown. */
    MARKDOWN {
        @Override
        public String write(ProfileExplanation explanation) {
            List<String> lines = new ArrayList<>(words(explanation));
            lines.set(0, "# " + lines.get(0));
            lines.add("");
            table(explanation.lines(), lines);
            if (!explanation.nested().isEmpty()) {
                lines.addAll(List.of("", NESTED, ""));
                table(explanation.nested(), lines);
            }
            if (!explanation.content().isEmpty()) {
                lines.addAll(List.of("", CONTENT, ""));
                table(explanation.content(), lines);
            }
            return String.join("\n", lines) + "\n";
        }
    },
    /** An object with the same facts. */
    JSON {
        @Override
        public String write(ProfileExplanation explanation) {
            ObjectNode root = MAPPER.createObjectNode();
            Profile profile = explanation.profile();
            root.put("profile", profile.name());
            root.put("description", profile.description());
            root.put("edition", profile.deidentifies() ? profile.edition().name() : null);
            root.put("sopClass", explanation.sopClass());
            ArrayNode options = root.putArray("options");
            profile.options().forEach(option -> options.add(option.text()));
            ArrayNode rules = root.putArray("rules");
            profile.rules().forEach(rule -> rules.add(rule.toString()));
            array(explanation.lines(), root.putArray("attributes"));
            array(explanation.nested(), root.putArray("nested"));
            array(explanation.content(), root.putArray("content"));
            return root.toPrettyString() + "\n";
        }
    };

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ROW = "%-11s %-2s %-4s %-44s %s";
    private static final String NESTED_ROW = "%-11s %-2s %-4s %s: %s";
    private static final String NESTED =
            "What happens inside sequences is the same at every depth, but for these places, as far as the sequences stay:";

    private static final String CONTENT =
            "What happens to content items of reports, by concept name and value type (PS3.15 Table E.3.4-1);"
                    + " of others codes, numbers and coordinates stay, and text is cleaned or replaced:";

    /** The whole text, with a line end at its end. */
    public abstract String write(ProfileExplanation explanation);

    private static String row(String form, ProfileExplanation.Line line) {
        return String.format(
                form, line.tag(), line.vr(), line.type(), line.attribute(), effect(line) + " [" + line.reason() + "]");
    }

    private static void table(List<ProfileExplanation.Line> rows, List<String> lines) {
        lines.add("| tag | attribute | VR | type | what happens | by |");
        lines.add("|---|---|---|---|---|---|");
        for (ProfileExplanation.Line line : rows)
            lines.add("| "
                    + String.join(
                            " | ",
                            List.of(
                                    line.tag(),
                                    line.attribute(),
                                    line.vr(),
                                    line.type(),
                                    effect(line).replace("|", "\\|"),
                                    line.reason().replace("|", "\\|")))
                    + " |");
    }

    private static void array(List<ProfileExplanation.Line> rows, ArrayNode array) {
        for (ProfileExplanation.Line line : rows)
            array.addObject()
                    .put("tag", line.tag())
                    .put("attribute", line.attribute())
                    .put("vr", line.vr())
                    .put("type", line.type())
                    .put("when", line.when())
                    .put("effect", line.effect())
                    .put("reason", line.reason());
    }

    private static String effect(ProfileExplanation.Line line) {
        return line.when().isEmpty() ? line.effect() : "when " + line.when() + ": " + line.effect();
    }

    private static List<String> words(ProfileExplanation explanation) {
        Profile profile = explanation.profile();
        List<String> words = new ArrayList<>();
        words.add("Profile " + profile.name());
        words.add("");
        if (!profile.description().isEmpty()) words.add(profile.description());
        words.add(
                profile.deidentifies()
                        ? "Table E.1-1 of DICOM PS3.15, edition "
                                + profile.edition().name() + ", applies."
                        : "No table applies: what no rule names stays as it is, and the results are not de-identified.");
        if (!profile.options().isEmpty())
            words.add("Options: "
                    + String.join(
                            ", ",
                            profile.options().stream().map(ProfileOption::text).toList()) + ".");
        if (profile.options().contains(ProfileOption.RETAIN_LONGITUDINAL_MODIFIED_DATES))
            words.add("Dates move by " + profile.dates().shift() + ", the same for all objects of a patient.");
        words.add(
                profile.keepPrivate()
                        ? "Private attributes stay where no rule names them."
                        : "Private attributes go where neither a rule nor an option keeps them.");
        if (profile.verify()) words.add("Each result is searched for what identified the patient in the original.");
        if (!profile.rules().isEmpty()) {
            words.add("");
            words.add("Rules of the site, in the order in which they are asked:");
            words.add("");
            for (Rule rule : Rule.byPrecedence(profile.rules())) words.add("- " + ProfileExplanation.sentence(rule));
        }
        words.add("");
        words.add("What happens at the root of "
                + (explanation.sopClass() == null ? "an object" : "a " + name(explanation.sopClass()) + " object")
                + "; the type is told where it decides:");
        return words;
    }

    private static String name(String sopClass) {
        String name = UidRegistry.standard().name(sopClass);
        return name == null ? sopClass : name;
    }
}
