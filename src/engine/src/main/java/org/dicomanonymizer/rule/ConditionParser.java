// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.DictionaryEntry;

/**
 * Reads conditions. {@code or} binds least, then {@code and}, then {@code not}; a question is an attribute followed by
 * {@code = value}, {@code != value}, {@code in (value, ...)}, {@code matches "expression"}, {@code < number} and the like,
 * {@code present}, {@code absent} or {@code empty}.
 */
final class ConditionParser {
    private static final Pattern SPACE = Pattern.compile("\\s*");
    private static final Pattern STEP = Pattern.compile("[A-Za-z][A-Za-z0-9]*|[0-9A-Fa-f]{8}"
            + "|\\(\\s*[0-9A-Fa-f]{4}\\s*,\\s*(?:[0-9A-Fa-f]{4}|\"[^\"]+\"\\s*,\\s*[0-9A-Fa-f]{1,2})\\s*\\)");
    private static final Pattern WORD = Pattern.compile("[^\\s()=!<>,\"'/][^\\s()=!<>,\"']*");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"]|\"\")*)\"|'((?:[^']|'')*)'");
    private static final Pattern OPERATOR =
            Pattern.compile("!=|<=|>=|[=<>]|(?:in|matches|present|absent|empty)\\b", Pattern.CASE_INSENSITIVE);
    private static final String OPERATORS = "=, !=, <, <=, >, >=, in, matches, present, absent or empty";

    private final String text;
    private int at;

    ConditionParser(String text) {
        this.text = text;
    }

    /** Whether a value needs no quotes. */
    static boolean isWord(String value) {
        return WORD.matcher(value).matches();
    }

    Condition parse() {
        Condition condition = junction(false);
        skipSpace();
        if (at < text.length()) throw expected("\"and\", \"or\" or the end");
        return condition;
    }

    private Condition junction(boolean all) {
        List<Condition> parts = new ArrayList<>();
        do parts.add(all ? factor() : junction(true));
        while (take(all ? "and" : "or"));
        return parts.size() == 1 ? parts.get(0) : new Condition.Junction(all, parts);
    }

    private Condition factor() {
        if (take("not")) return new Condition.Not(factor());
        skipSpace();
        if (find(STEP) == null && take('(')) {
            Condition inner = junction(false);
            expect(')');
            return inner;
        }
        return question();
    }

    private Condition question() {
        int start = at;
        AttributePath attribute = attribute();
        String name = text.substring(start, at).strip();
        skipSpace();
        int operatorAt = at;
        Check check = check();
        DictionaryEntry entry = attribute.last() instanceof Selector.OfTag known
                ? Dictionary.standard().entry(known.tag())
                : null;
        if (entry != null && !entry.vrs().isEmpty() && entry.vrs().stream().noneMatch(check::supports)) {
            at = operatorAt;
            throw problem("\"" + name + "\" has VR " + entry.vrs().get(0) + ", which can't be asked by \""
                    + text.substring(operatorAt).split("[\\s(]", 2)[0] + "\"");
        }
        return new Condition.Test(attribute, check);
    }

    private AttributePath attribute() {
        skipSpace();
        boolean fromRoot = take('/');
        List<Selector> steps = new ArrayList<>();
        do {
            Matcher step = find(STEP);
            if (step == null) throw expected("an attribute: a keyword, (gggg,eeee) or (gggg,\"CREATOR\",ee)");
            steps.add(selector(step.group()));
            at = step.end();
        } while (take('.'));
        return new AttributePath(fromRoot, steps.subList(0, steps.size() - 1), steps.get(steps.size() - 1));
    }

    private Selector selector(String step) {
        Selector selector;
        try {
            selector = SelectorParser.parse(step);
        } catch (ConfigurationException e) {
            throw problem("\"" + step + "\" is no attribute of the DICOM dictionary"
                    + Suggestion.nearestAttribute(step)
                            .map(near -> "; did you mean \"" + near + "\"?")
                            .orElse(""));
        }
        if (selector instanceof Selector.OfTag || selector instanceof Selector.OfPrivate) return selector;
        throw problem("\"" + step + "\" names several attributes, a condition asks about one");
    }

    private Check check() {
        Matcher operator = find(OPERATOR);
        if (operator == null) throw expected(OPERATORS);
        at = operator.end();
        String name = operator.group().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "=", "!=" -> new Check.OneOf(name.equals("!="), List.of(value()));
            case "in" -> new Check.OneOf(false, values());
            case "matches" -> new Check.Matches(pattern());
            case "present" -> Check.State.PRESENT;
            case "absent" -> Check.State.ABSENT;
            case "empty" -> Check.State.EMPTY;
            default -> comparison(Check.Relation.of(name));
        };
    }

    private List<String> values() {
        expect('(');
        List<String> values = new ArrayList<>();
        do {
            values.add(value());
            skipSpace();
        } while (take(','));
        expect(')');
        return values;
    }

    private TimedPattern pattern() {
        skipSpace();
        if (find(QUOTED) == null) throw expected("a regular expression in quotes");
        int start = at;
        String expression = value();
        try {
            return TimedPattern.of(expression);
        } catch (ConfigurationException e) {
            at = start;
            throw problem("\"" + expression + "\" " + e.getMessage());
        }
    }

    private Check comparison(Check.Relation relation) {
        skipSpace();
        int start = at;
        BigDecimal number = Check.Numbers.parse(find(WORD) == null ? "" : value());
        if (number != null) return new Check.Compares(relation, number);
        at = start;
        throw expected("a number");
    }

    private String value() {
        skipSpace();
        Matcher quoted = find(QUOTED);
        if (quoted != null) {
            at = quoted.end();
            return quoted.group(1) != null
                    ? quoted.group(1).replace("\"\"", "\"")
                    : quoted.group(2).replace("''", "'");
        }
        Matcher word = find(WORD);
        if (word == null) throw expected("a value: a word, or text in quotes");
        at = word.end();
        return word.group();
    }

    /** Takes a word of the language if it is next. */
    private boolean take(String word) {
        skipSpace();
        int end = at + word.length();
        if (!text.regionMatches(true, at, word, 0, word.length())) return false;
        if (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) return false;
        at = end;
        return true;
    }

    private void expect(char character) {
        skipSpace();
        if (!take(character)) throw expected("\"" + character + "\"");
    }

    /** Takes a character if it is the very next. */
    private boolean take(char character) {
        boolean next = at < text.length() && text.charAt(at) == character;
        if (next) at++;
        return next;
    }

    private Matcher find(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        return matcher.lookingAt() ? matcher : null;
    }

    private void skipSpace() {
        at = find(SPACE).end();
    }

    private ConfigurationException expected(String what) {
        skipSpace();
        String rest = text.substring(at);
        String found =
                rest.isEmpty() ? "the end" : "\"" + (rest.length() > 20 ? rest.substring(0, 20) + "..." : rest) + "\"";
        return problem("expected " + what + ", found " + found);
    }

    private ConfigurationException problem(String reason) {
        return new ConfigurationException("condition, character " + (at + 1) + ": " + reason);
    }
}
