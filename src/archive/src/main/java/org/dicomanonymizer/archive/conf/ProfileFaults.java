// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dicomanonymizer.profile.Problem;

/** Tells what the engine finds wrong with a profile in terms of its entries: the engine itself speaks of lines and rule numbers. */
final class ProfileFaults {
    private static final Pattern CHILD =
            Pattern.compile("(?:\"pixels\\.regions\", )?(rule|region) (\\d+)(?:, \"(.*)\")?");
    private static final Pattern KEY = Pattern.compile("\"(.*)\"");

    private ProfileFaults() {}

    /** One line: profile, entry and attribute, then number, reason and remedy. */
    static String tell(Entry profile, Problem problem) {
        String place = EntryCheck.place(profile) + place(profile, problem.key());
        // Files that the profile refers to have lines that one can look up.
        String file = problem.file().equals(profile.name())
                ? ""
                : " in " + problem.file() + (problem.line() == 0 ? "" : ":" + problem.line() + ":" + problem.column());
        return place + ": " + problem.code().number() + file + " " + named(profile, problem.message());
    }

    private static String place(Entry profile, String key) {
        Matcher child = CHILD.matcher(key);
        if (child.matches()) {
            EntryType kind = child.group(1).equals("rule") ? EntryType.RULE : EntryType.REGION;
            Entry entry = at(profile.children(kind), child.group(2));
            if (entry == null) return ", " + key;
            String inside = child.group(3);
            return ", " + kind.noun() + " " + entry.name() + (inside == null ? "" : ", " + attribute(kind, inside));
        }
        Matcher own = KEY.matcher(key);
        return key.isEmpty() ? "" : ", " + (own.matches() ? attribute(EntryType.PROFILE, own.group(1)) : key);
    }

    private static Entry at(List<Entry> entries, String number) {
        int index = Integer.parseInt(number) - 1;
        return index >= 0 && index < entries.size() ? entries.get(index) : null;
    }

    /** The attribute for a key; what rules have beside their own keys are parameters. */
    private static String attribute(EntryType type, String key) {
        return type.fields().stream()
                .filter(field -> field.path().equals(key))
                .map(Field::attribute)
                .findFirst()
                .orElse(type == EntryType.RULE ? EntryType.PARAMETER + " " + key : key);
    }

    /** A message in which rules are called by their names. */
    private static String named(Entry profile, String message) {
        return Pattern.compile("\\b" + Pattern.quote(profile.name()) + " rule (\\d+)")
                .matcher(message)
                .replaceAll(found -> {
                    Entry rule = at(profile.children(EntryType.RULE), found.group(1));
                    return Matcher.quoteReplacement(rule == null ? found.group() : "rule " + rule.name());
                });
    }
}
