// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.rule;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression, in the syntax of Java or of Python's {@code re}, whose searches end in time: no expression can hold
 * up a run. Two are equal if their expressions are.
 */
public final class TimedPattern {
    private static final long LIMIT_NANOS = 1_000_000_000L;

    private final String expression;
    private final Pattern pattern;

    private TimedPattern(String expression) {
        this.expression = expression;
        try {
            pattern = Pattern.compile(expression.replace("(?P<", "(?<").replaceAll("\\(\\?P=(\\w+)\\)", "\\\\k<$1>"));
        } catch (PatternSyntaxException e) {
            throw new ConfigurationException(
                    "is no regular expression: " + e.getDescription() + " at position " + (e.getIndex() + 1));
        }
    }

    /** @throws ConfigurationException if the expression is wrong; the message tells what, and where */
    public static TimedPattern of(String expression) {
        return new TimedPattern(expression);
    }

    /** The pattern in Java's syntax. */
    public Pattern pattern() {
        return pattern;
    }

    /** A matcher whose use has to end within a second; go on with {@link #next}. */
    public Matcher matcher(CharSequence value) {
        return pattern.matcher(new Timed(value, System.nanoTime() + LIMIT_NANOS));
    }

    /**
     * The next match.
     *
     * @throws TooSlow if there is no answer within a second, or none without an excessive stack
     */
    public static boolean next(Matcher matcher) {
        try {
            return matcher.find();
        } catch (StackOverflowError e) {
            throw new TooSlow();
        }
    }

    /**
     * Whether the expression is found anywhere in a value.
     *
     * @throws TooSlow as {@link #next}
     */
    public boolean finds(CharSequence value) {
        return next(matcher(value));
    }

    /** A search that takes too long. */
    public static final class TooSlow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooSlow() {
            super("takes longer than a second on a value; make it simpler");
        }
    }

    /** Text that stops a search which has run out of time. */
    private record Timed(CharSequence text, long deadline) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (System.nanoTime() - deadline > 0) throw new TooSlow();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimedPattern pattern && pattern.expression.equals(expression);
    }

    @Override
    public int hashCode() {
        return expression.hashCode();
    }

    /** The expression as it was given. */
    @Override
    public String toString() {
        return expression;
    }
}
