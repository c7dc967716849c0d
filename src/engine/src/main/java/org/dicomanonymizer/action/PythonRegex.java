// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.rule.TimedPattern;

/**
 * A search and replacement in the syntax of Python's {@code re}, carried out once per value and within a time limit, so that
 * no pattern can hold up a run.
 */
final class PythonRegex {
    private static final Pattern REFERENCE =
            Pattern.compile("\\\\(?:g<(\\w+)>|(\\d{1,2})|(.))|([$\\\\])", Pattern.DOTALL);

    private final TimedPattern find;
    private final String replacement;

    /** @throws ConfigurationException if the pattern is wrong or the replacement names a group that it lacks */
    PythonRegex(String find, String replace) {
        try {
            this.find = TimedPattern.of(find);
        } catch (ConfigurationException e) {
            throw new ConfigurationException("\"find\" " + e.getMessage());
        }
        this.replacement = translate(replace);
        checkGroups();
    }

    /** Python writes a group as {@code \1} or {@code \g<name>}, and {@code $} has no meaning in its replacements. */
    private static String translate(String python) {
        return REFERENCE.matcher(python).replaceAll(match -> {
            if (match.group(1) != null)
                return Matcher.quoteReplacement(
                        match.group(1).matches("\\d+") ? "$" + match.group(1) : "${" + match.group(1) + "}");
            if (match.group(2) != null) return Matcher.quoteReplacement("$" + match.group(2));
            if (match.group(3) != null) return Matcher.quoteReplacement(escaped(match.group(3)));
            return Matcher.quoteReplacement("\\" + match.group(4));
        });
    }

    private static String escaped(String character) {
        return switch (character) {
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            default -> "\\" + character;
        };
    }

    private void checkGroups() {
        Matcher empty = Pattern.compile(find.pattern().pattern() + "|").matcher("");
        try {
            if (empty.find()) empty.appendReplacement(new StringBuilder(), replacement);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new ConfigurationException("\"replace\" names a group that \"find\" does not have");
        }
    }

    /**
     * Replaces all matches; an empty one right behind another is none, so that {@code .*} replaces a value once.
     *
     * @throws RefusedException if it takes longer than a second
     */
    String replaceAll(String value) {
        Matcher matcher = find.matcher(value);
        StringBuilder result = new StringBuilder();
        int last = -1;
        try {
            while (TimedPattern.next(matcher)) {
                if (matcher.end() == matcher.start() && matcher.start() == last) continue;
                last = matcher.end();
                matcher.appendReplacement(result, replacement);
            }
        } catch (TimedPattern.TooSlow e) {
            throw new RefusedException("regular expression \"find\" " + e.getMessage());
        }
        return matcher.appendTail(result).toString();
    }
}
