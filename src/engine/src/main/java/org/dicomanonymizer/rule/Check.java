// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.dicomanonymizer.dicom.Element;
import org.dicomanonymizer.dicom.VR;

/**
 * What a condition asks of an attribute. Of several values any one may give a positive answer. Of an attribute that is absent
 * only {@code absent} holds.
 */
sealed interface Check {

    /** The answer for an attribute that is present. */
    boolean of(Element element);

    /** The answer for an attribute that is absent. */
    default boolean ofAbsent() {
        return false;
    }

    /** Whether values of a representation can be asked this way. */
    default boolean supports(VR vr) {
        return vr.isString() || vr.kind() == VR.Kind.NUMBER;
    }

    /** Presence and emptiness. */
    enum State implements Check {
        PRESENT,
        ABSENT,
        EMPTY;

        @Override
        public boolean of(Element element) {
            return this == PRESENT || this == EMPTY && element.isEmpty();
        }

        @Override
        public boolean ofAbsent() {
            return this == ABSENT;
        }

        @Override
        public boolean supports(VR vr) {
            return true;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Whether a value is among the given ones: the same text, or the same number where the VR holds numbers.
     *
     * @param negated whether none may be among them
     */
    record OneOf(boolean negated, List<String> values) implements Check {
        public OneOf {
            values = List.copyOf(values);
        }

        @Override
        public boolean of(Element element) {
            boolean numbers = Numbers.in(element.vr());
            return element.strings().stream().anyMatch(value -> contains(value.strip(), numbers)) != negated;
        }

        private boolean contains(String value, boolean numbers) {
            if (values.contains(value)) return true;
            BigDecimal number = numbers ? Numbers.parse(value) : null;
            if (number == null) return false;
            for (String candidate : values) {
                BigDecimal other = Numbers.parse(candidate);
                if (other != null && other.compareTo(number) == 0) return true;
            }
            return false;
        }

        @Override
        public String toString() {
            if (values.size() == 1) return (negated ? "!= " : "= ") + quoted(values.get(0));
            return "in (" + values.stream().map(Check::quoted).collect(Collectors.joining(", ")) + ")";
        }
    }

    /** Whether a regular expression is found in a value. */
    record Matches(TimedPattern pattern) implements Check {
        @Override
        public boolean of(Element element) {
            for (String value : element.strings()) if (pattern.finds(value)) return true;
            return false;
        }

        @Override
        public String toString() {
            return "matches " + quoted(pattern.toString());
        }
    }

    /** How a value compares with a number; what is no number compares with none. */
    record Compares(Relation relation, BigDecimal number) implements Check {
        @Override
        public boolean of(Element element) {
            for (String value : element.strings()) {
                BigDecimal candidate = Numbers.parse(value.strip());
                if (candidate != null && relation.holds.test(candidate.compareTo(number))) return true;
            }
            return false;
        }

        @Override
        public boolean supports(VR vr) {
            return Numbers.in(vr);
        }

        @Override
        public String toString() {
            return relation.symbol + " " + number;
        }
    }

    /** The orders of two numbers. */
    enum Relation {
        LESS("<", order -> order < 0),
        LESS_OR_EQUAL("<=", order -> order <= 0),
        GREATER(">", order -> order > 0),
        GREATER_OR_EQUAL(">=", order -> order >= 0);

        private final String symbol;
        private final IntPredicate holds;

        Relation(String symbol, IntPredicate holds) {
            this.symbol = symbol;
            this.holds = holds;
        }

        /** The relation of a symbol, or null. */
        static Relation of(String symbol) {
            for (Relation relation : values()) if (relation.symbol.equals(symbol)) return relation;
            return null;
        }
    }

    /** Values as numbers: those of numeric VRs, and dates and times by their digits. */
    final class Numbers {
        private static final Set<VR> TEXT_FORMS = Set.of(VR.DS, VR.IS, VR.DA, VR.TM);

        private Numbers() {}

        static boolean in(VR vr) {
            return vr.kind() == VR.Kind.NUMBER && vr != VR.AT || TEXT_FORMS.contains(vr);
        }

        static BigDecimal parse(String text) {
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException e) {
                return null;
            }
        }
    }

    /** A value as conditions write it. */
    private static String quoted(String value) {
        if (ConditionParser.isWord(value)) return value;
        char quote = value.indexOf('\'') < 0 ? '\'' : '"';
        return quote + value.replace(String.valueOf(quote), "" + quote + quote) + quote;
    }
}
