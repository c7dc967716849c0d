// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.dicomanonymizer.text.Cues.Cue;

/**
 * Puts together what is left of a text: no orphan of punctuation, no double blank, no "seen by" with nobody after it. Where
 * nothing was removed the text stays as it was, character by character.
 */
final class Tidy {
    private static final int NO_PARTNER = -1;
    /** From this rank on, a separator between two things that are gone counts. */
    private static final int STRONG = 7;

    private static final String OPENING = "([{<«„";
    private static final String CLOSING = ")]}>»“";

    private final String chars;
    private final List<Token> tokens;
    private final boolean[] gone;
    private final int[] partners;
    private final Cues cues = Cues.standard();

    private Tidy(Tokens text, Removals removals) {
        chars = text.text();
        tokens = text.list();
        gone = new boolean[chars.length()];
        for (int i = 0; i < gone.length; i++) gone[i] = removals.isGone(i);
        partners = partners(chars);
    }

    static String join(Tokens text, Removals removals) {
        return new Tidy(text, removals).join();
    }

    private String join() {
        dropAbbreviationDots();
        dropLinks();
        StringBuilder out = new StringBuilder(chars.length());
        int copied = 0;
        int lastKept = -1;
        boolean wound = false;
        for (int at = 0; at <= chars.length(); at++) {
            boolean end = at == chars.length();
            if (!end && gone[at]) wound = true;
            if (!end && (gone[at] || !isWordPart(at))) continue;
            if (wound) {
                out.append(chars, copied, lastKept + 1).append(joint(lastKept + 1, at));
                copied = at;
            }
            lastKept = at;
            wound = false;
        }
        if (copied == 0) return lastKept < 0 ? "" : chars;
        out.append(chars, copied, chars.length());
        return out.toString();
    }

    private boolean isWordPart(int at) {
        char c = chars.charAt(at);
        return Character.isLetterOrDigit(c)
                || Character.isSurrogate(c)
                || c > 0x300
                        && Character.getType(c) <= Character.ENCLOSING_MARK
                        && Character.getType(c) >= Character.NON_SPACING_MARK;
    }

    /** The dot of a title or an initial that is gone ends no sentence; nor does an apostrophe join anything. */
    private void dropAbbreviationDots() {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            int end = token.end();
            if (end >= gone.length || isKept(i)) continue;
            char c = chars.charAt(end);
            boolean dot = c == '.' && (token.isInitial() || Cues.isAbbreviation(token.folded()));
            if (dot || c == '\'' || c == '’') gone[end] = true;
        }
    }

    /** Words that only lead to what is gone. */
    private void dropLinks() {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (isKept(i) && isLink(i) && leadsToNothing(i)) drop(i);
        }
        int first = 0;
        while (first < tokens.size() && !isKept(first)) first++;
        if (first > 0
                && first < tokens.size()
                && cues.is(Cue.AND, tokens.get(first).folded())) drop(first);
    }

    private boolean isLink(int i) {
        Token token = tokens.get(i);
        String word = token.folded();
        if (cues.is(Cue.LINK, word)) return true;
        if (cues.is(Cue.LINK_IN_SMALL, word)) return token.shape() != Token.Shape.UPPER;
        if (!cues.is(Cue.LABEL, word)) return false;
        boolean colon = token.end() < chars.length() && chars.charAt(token.end()) == ':';
        return colon
                || i == 0
                || !chars.substring(tokens.get(i - 1).end(), token.start()).isBlank();
    }

    /** Whether what follows a word is gone, and nothing it could lead to comes after that. */
    private boolean leadsToNothing(int i) {
        int next = i + 1;
        while (next < tokens.size() && !isKept(next)) next++;
        if (next == i + 1)
            return i + 1 == tokens.size() && anythingGone(tokens.get(i).end(), chars.length());
        if (next == tokens.size() || i == 0) return true;
        int from = tokens.get(next - 1).end();
        for (int at = from; at < tokens.get(next).start(); at++) if (" _\t'".indexOf(chars.charAt(at)) < 0) return true;
        return isLink(next);
    }

    private boolean anythingGone(int from, int to) {
        for (int at = from; at < to; at++) if (gone[at]) return true;
        return false;
    }

    private boolean isKept(int i) {
        Token token = tokens.get(i);
        for (int at = token.start(); at < token.end(); at++) if (!gone[at]) return true;
        return false;
    }

    private void drop(int i) {
        Arrays.fill(gone, tokens.get(i).start(), tokens.get(i).end(), true);
    }

    /** What stands between the last word before and the first word after something that is gone. */
    private String joint(int from, int to) {
        StringBuilder closing = new StringBuilder();
        StringBuilder opening = new StringBuilder();
        String best = "";
        int bestRank = 0;
        StringBuilder separator = new StringBuilder();
        boolean first = true;
        for (int at = from; at <= to; at++) {
            if (at == to || gone[at]) {
                int rank = rank(separator, at == to);
                boolean edge = first || at == to;
                first &= separator.isEmpty() && at < to && at == from;
                if (rank > bestRank && (edge || rank >= STRONG)) {
                    best = separator.toString();
                    bestRank = rank;
                }
                separator.setLength(0);
                continue;
            }
            char c = chars.charAt(at);
            if (OPENING.indexOf(c) >= 0) {
                if (partners[at] >= to) opening.append(c);
            } else if (CLOSING.indexOf(c) >= 0) {
                if (partners[at] != NO_PARTNER && partners[at] < from) closing.append(c);
            } else if (c != '"') {
                separator.append(c);
            }
        }
        if (from == 0) return to == chars.length() ? "" : opening + attachedBefore(to);
        if (to == chars.length()) return attachedAfter(from) + closing;
        String between = bestRank == 0 ? " " : squeeze(best);
        boolean blank = between.isBlank() && between.indexOf('\n') < 0;
        return closing + (blank && !closing.isEmpty() && opening.isEmpty() ? " " : between) + opening;
    }

    /** Signs that belong to the word after: "~5", "*HEAD". */
    private String attachedBefore(int to) {
        int from = to;
        while (from > 0
                && !gone[from - 1]
                && "*+~<>±≥≤$§".indexOf(chars.charAt(from - 1)) >= 0
                && partners[from - 1] == NO_PARTNER) from--;
        return chars.substring(from, to);
    }

    /** Signs that belong to the word before: "50%", "HEAD*", "C+". */
    private String attachedAfter(int from) {
        int to = from;
        while (to < chars.length() && !gone[to] && "*+%°'\"²³?!".indexOf(chars.charAt(to)) >= 0) to++;
        return chars.substring(from, to);
    }

    /** How much a separator tells; the more, the rather it stays. */
    private static int rank(CharSequence separator, boolean last) {
        String s = separator.toString();
        if (s.isEmpty()) return 0;
        if (s.indexOf('\n') >= 0 || s.indexOf('\r') >= 0) return 9;
        if (s.startsWith(":")) return 8;
        if (s.indexOf(';') >= 0 || s.indexOf('|') >= 0 || s.startsWith(". ")) return 7;
        if (s.startsWith(", ")) return 6;
        if (s.strip().length() < s.length() && !s.isBlank() && s.indexOf('.') < 0) return last ? 5 : 6;
        if (s.isBlank()) return 3;
        return s.length() == 1 ? 4 : 2;
    }

    private static String squeeze(String separator) {
        int line = separator.indexOf('\n');
        int carriage = separator.indexOf('\r');
        if (line >= 0 || carriage >= 0) return separator.replaceAll("[^\r\n]", "");
        String s = separator.replaceAll("\\s{2,}", " ");
        return s.replaceAll("([.,;:])[^\\s]+", "$1").replaceAll("(\\s)[.,;:]+(\\s)", "$1");
    }

    private static int[] partners(String chars) {
        int[] partners = new int[chars.length()];
        Arrays.fill(partners, NO_PARTNER);
        Deque<Integer> open = new ArrayDeque<>();
        for (int at = 0; at < partners.length; at++) {
            char c = chars.charAt(at);
            if (OPENING.indexOf(c) >= 0) {
                open.push(at);
            } else if (CLOSING.indexOf(c) >= 0
                    && !open.isEmpty()
                    && CLOSING.indexOf(c) == OPENING.indexOf(chars.charAt(open.peek()))) {
                partners[at] = open.pop();
                partners[partners[at]] = at;
            }
        }
        return partners;
    }
}
