// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import java.util.List;
import org.dicomanonymizer.text.Cues.Cue;
import org.dicomanonymizer.text.Token.Shape;
import org.dicomanonymizer.text.WordFilter.Verdict;

/**
 * What the words beside a word make of it: a title makes a name of what follows, a name makes one of the doubtful word beside
 * it, and initials, titles, degrees and the words of institutions and addresses go with the name they belong to.
 */
final class NameContext {
    private static final int MAX_NAME = 4;
    private static final int MAX_TITLES = 8;
    private static final int NOUN_REACH = 3;

    private final Tokens text;
    private final List<Token> tokens;
    private final Verdict[] verdicts;
    private final Vocabulary vocabulary;
    private final Cues cues = Cues.standard();
    private final Homonyms homonyms = Homonyms.standard();

    NameContext(Tokens text, Verdict[] verdicts, Vocabulary vocabulary) {
        this.text = text;
        this.tokens = text.list();
        this.verdicts = verdicts;
        this.vocabulary = vocabulary;
    }

    /** Changes the verdicts. */
    void apply() {
        for (int i = 0; i < verdicts.length; i++)
            if (vocabulary.isEponym(tokens.get(i).folded())) judgeEponym(i);
        for (int i = 0; i < verdicts.length; i++) {
            if (cues.isTitle(tokens.get(i), text.text())) followTitle(i);
            if (cues.is(Cue.LABEL, tokens.get(i).folded()) && gapAfter(i).contains(":")) followLabel(i);
        }
        new InstitutionNames(text, verdicts).apply();
        boolean changed = true;
        for (int round = 0; changed && round < MAX_NAME; round++) {
            changed = false;
            for (int i = 0; i < verdicts.length; i++) changed |= reconsider(i);
            for (int i = verdicts.length - 1; i >= 0; i--) changed |= reconsider(i);
        }
    }

    /** "Baker cyst" is no person, unless a title says so. */
    private void judgeEponym(int i) {
        if (verdicts[i] != Verdict.HOMONYM || vocabulary.allows(tokens.get(i).folded())) return;
        if (!isEponymOfNoun(i)) verdicts[i] = Verdict.NAME;
    }

    private boolean isEponymOfNoun(int i) {
        boolean noun = false;
        for (int j = Math.max(0, i - NOUN_REACH); j < Math.min(verdicts.length, i + 1 + NOUN_REACH); j++)
            noun |= j != i && vocabulary.isEponymNoun(tokens.get(j).folded());
        return noun && vocabulary.isEponym(tokens.get(i).folded());
    }

    private void followTitle(int title) {
        Token token = tokens.get(title);
        boolean certain =
                cues.is(Cue.TITLE, token.folded()) || token.shape() == Shape.TITLE || Cues.isDotted(token, text.text());
        int first = afterTitles(title);
        int named = 0;
        for (int i = first; i < verdicts.length && named < MAX_NAME && isNear(i - 1); i++) {
            Token next = tokens.get(i);
            boolean another = named > 0 && gapAfter(i - 1).contains(",") && next.shape() == Shape.LOWER;
            if (!next.isLetters() || another) break;
            boolean name = verdicts[i].isNameLike() || verdicts[i] == Verdict.HOMONYM && isWrittenAsName(next, i);
            boolean forced = certain
                    && named == 0
                    && next.shape() == Shape.TITLE
                    && next.folded().length() > 1;
            boolean initial = verdicts[i] == Verdict.INITIAL && next.shape() == Shape.UPPER && !isPartOfWord(i);
            if (!name && !forced && !initial && !closesName(i, named) && !leadsToName(i)) break;
            verdicts[i] = Verdict.NAME;
            named++;
        }
        if (named > 0) for (int i = title; i < first; i++) verdicts[i] = Verdict.NAME;
    }

    /** "Dr Lucas Fontanel": a word with a capital that ends what a given name has begun. */
    private boolean closesName(int i, int named) {
        return named == 1
                && tokens.get(i).shape() == Shape.TITLE
                && tokens.get(i - 1).shape() == Shape.TITLE
                && vocabulary.isName(tokens.get(i - 1).folded())
                && gapAfter(i - 1).equals(" ")
                && (i + 1 == verdicts.length || !gapAfter(i).isBlank())
                && !homonyms.isUsual(tokens.get(i).folded());
    }

    /** The first token after a title and those that go on with it: "Prof. Dr. med.", "Mr. and Mrs.". */
    private int afterTitles(int title) {
        int i = title + 1;
        while (i < verdicts.length && i - title <= MAX_TITLES && isNear(i - 1)) {
            Token next = tokens.get(i);
            boolean part = cues.is(Cue.TITLE_PART, next.folded()) && next.shape() != Shape.TITLE;
            if (!part && !cues.isTitle(next, text.text())) break;
            i++;
        }
        return i;
    }

    /** "de la" before a name. */
    private boolean leadsToName(int particle) {
        int i = particle;
        while (i < particle + MAX_NAME
                && i + 1 < verdicts.length
                && isNear(i)
                && cues.is(Cue.PARTICLE, tokens.get(i).folded())) {
            i++;
            if (verdicts[i].isNameLike() || verdicts[i] == Verdict.HOMONYM) return true;
        }
        return false;
    }

    /** A doubtful word after a title in capitals is a word if more of a description follows ("MR LONG LEG"). */
    private boolean isWrittenAsName(Token next, int i) {
        if (next.shape() != Shape.UPPER) return true;
        boolean more = i + 1 < verdicts.length
                && isNear(i)
                && verdicts[i + 1] == Verdict.KEEP
                && gapAfter(i).isBlank();
        return !more;
    }

    private void followLabel(int label) {
        for (int i = label + 1, taken = 0; i < verdicts.length && taken < MAX_NAME; i++, taken++) {
            Token token = tokens.get(i);
            if (taken > 0 && !isNear(i - 1) || gapAfter(i - 1).indexOf('\n') >= 0 || !token.isLetters()) return;
            boolean last = i + 1 == verdicts.length || !isNear(i) || gapAfter(i).contains(",");
            boolean initials = taken == 0 && last && token.folded().length() <= 3 && token.shape() == Shape.UPPER;
            boolean name = verdicts[i].isNameLike()
                    || verdicts[i] == Verdict.HOMONYM && token.isCapitalised()
                    || verdicts[i] == Verdict.INITIAL && token.shape() == Shape.UPPER && !isPartOfWord(i);
            if (!name && !initials) return;
            verdicts[i] = Verdict.NAME;
        }
    }

    private boolean reconsider(int i) {
        if (!verdicts[i].stays()) return false;
        if (!tokens.get(i).isLetters()) return numberIsPartOfCode(i);
        boolean goes = verdicts[i] == Verdict.HOMONYM && homonymIsName(i)
                || verdicts[i] == Verdict.INITIAL && initialIsName(i)
                || isInitialsOfStaff(i)
                || belongsToName(i);
        if (goes) verdicts[i] = Verdict.NAME;
        return goes;
    }

    /** "ABC-123-456" is one code. */
    private boolean numberIsPartOfCode(int i) {
        boolean code = i > 0 && gapAfter(i - 1).equals("-") && verdicts[i - 1] == Verdict.UNKNOWN
                || i + 1 < verdicts.length && gapAfter(i).equals("-") && verdicts[i + 1] == Verdict.UNKNOWN;
        if (code) verdicts[i] = Verdict.UNKNOWN;
        return code;
    }

    private boolean homonymIsName(int i) {
        Token token = tokens.get(i);
        if (!isEponymOfNoun(i) && homonyms.standsAsName(text, i, vocabulary)) return true;
        if (isNear(i - 1) && i > 0) {
            Token before = tokens.get(i - 1);
            if (verdicts[i - 1].isSurelyName()
                    && (token.isCapitalised() || !gapAfter(i - 1).contains(","))) return true;
            if (token.isCapitalised()
                    && before.isInitial()
                    && before.shape() == Shape.UPPER
                    && Cues.isDotted(before, text.text())) return true;
            if (token.shape() == Shape.TITLE && cues.is(Cue.BY, before.folded())) return true;
            if (isUnknownTitle(i - 1) && token.shape() == Shape.TITLE) return true;
        }
        if (i + 1 == verdicts.length || !isNear(i) || !token.isCapitalised()) return false;
        return verdicts[i + 1].isSurelyName() || isUnknownTitle(i + 1) && token.shape() == Shape.TITLE;
    }

    private boolean isUnknownTitle(int i) {
        return verdicts[i] == Verdict.UNKNOWN && tokens.get(i).shape() == Shape.TITLE;
    }

    /** "J." beside a name; a letter that is part of a word ("T2", "C-spine") is none. */
    private boolean initialIsName(int i) {
        Token token = tokens.get(i);
        boolean dotted = Cues.isDotted(token, text.text());
        if (isPartOfWord(i) || !dotted && (isSide(i) || isSex(i))) return false;
        if (token.shape() != Shape.UPPER && !dotted) return false;
        for (int other : new int[] {i - 1, i + 1}) {
            if (other < 0 || other >= verdicts.length || !isNear(Math.min(i, other))) continue;
            boolean capitalised = tokens.get(other).isCapitalised();
            if (verdicts[other].isSurelyName() || dotted && verdicts[other] == Verdict.UNKNOWN && capitalised)
                return true;
        }
        return false;
    }

    /** "LM tech", unlike "CT tech". */
    private boolean isInitialsOfStaff(int i) {
        Token token = tokens.get(i);
        return token.shape() == Shape.UPPER
                && (token.folded().length() == 2 || token.folded().length() == 3)
                && !homonyms.isUsual(token.folded())
                && gapAfter(i).equals(" ")
                && cues.is(Cue.AFTER_INITIALS, tokens.get(i + 1).folded())
                && tokens.get(i + 1).shape() != Shape.UPPER;
    }

    /** "L KNEE" of whomever. */
    private boolean isSide(int i) {
        String letter = tokens.get(i).folded();
        return (letter.equals("l") || letter.equals("r"))
                && (gapAfter(i).isBlank() && isPartOfBody(i + 1)
                        || gapAfter(i - 1).isBlank() && isPartOfBody(i - 1));
    }

    private boolean isPartOfBody(int i) {
        return i >= 0 && i < verdicts.length && homonyms.isPart(tokens.get(i).folded());
    }

    /** "34 yo F", "4 M". */
    private boolean isSex(int i) {
        String letter = tokens.get(i).folded();
        if (i == 0 || !letter.equals("f") && !letter.equals("m") && !letter.equals("w")) return false;
        Token before = tokens.get(i - 1);
        boolean age = !before.isLetters() || cues.is(Cue.AGE, before.folded());
        return age && isNear(i - 1);
    }

    private boolean isPartOfWord(int i) {
        Token token = tokens.get(i);
        boolean before = i > 0
                && tokens.get(i - 1).word() == token.word()
                && tokens.get(i - 1).end() == token.start();
        boolean after = i + 1 < tokens.size()
                && tokens.get(i + 1).word() == token.word()
                && tokens.get(i + 1).end() == token.end();
        if (before && !verdicts[i - 1].isNameLike() || after && !verdicts[i + 1].isNameLike()) return true;
        return gapAfter(i).equals("-") && verdicts[i + 1].stays();
    }

    private boolean belongsToName(int i) {
        Token token = tokens.get(i);
        String word = token.folded();
        boolean before = i > 0 && isNear(i - 1) && verdicts[i - 1].isNameLike();
        boolean after = i + 1 < verdicts.length && isNear(i) && verdicts[i + 1].isNameLike();
        if (!before && !after) return false;
        boolean titleCase = token.shape() == Shape.TITLE;
        if (cues.is(Cue.TITLE, word) || cues.is(Cue.TITLE_OR_WORD, word)) return after && !isModality(token);
        if (cues.is(Cue.DEGREE, word) && before && isClosed(i)) return true;
        if (cues.is(Cue.DEGREE, word)
                && after
                && i > 0
                && cues.is(Cue.BY, tokens.get(i - 1).folded())) return true;
        if (cues.is(Cue.PARTICLE, word)
                && (before && after || titleCase && after && tokens.get(i + 1).shape() == Shape.TITLE)) return true;
        if (cues.is(Cue.INSTITUTION, word)) return token.isCapitalised();
        if (cues.is(Cue.ADDRESS, word)) return before && token.isCapitalised();
        return token.folded().equals("s") && before && tokens.get(i - 1).word() == token.word();
    }

    /** "MR" in capitals without a dot is the modality. */
    private boolean isModality(Token token) {
        return token.folded().equals("mr") && token.shape() == Shape.UPPER && !Cues.isDotted(token, text.text());
    }

    /** A degree follows a comma, or ends what is said: "SMITH, RT", not "SMITH RT KNEE". */
    private boolean isClosed(int i) {
        return gapAfter(i - 1).contains(",")
                || i + 1 == verdicts.length
                || !gapAfter(i).isBlank()
                || !verdicts[i + 1].stays();
    }

    /** Whether a token and the next one are of one phrase. */
    private boolean isNear(int i) {
        if (i < 0 || i + 1 >= tokens.size()) return false;
        String gap = gapAfter(i);
        if (gap.length() > 3) return false;
        for (int c = 0; c < gap.length(); c++) if (" ,.^_-'’\t&".indexOf(gap.charAt(c)) < 0) return false;
        return true;
    }

    private String gapAfter(int i) {
        return i < 0 || i + 1 >= tokens.size()
                ? ""
                : text.text().substring(tokens.get(i).end(), tokens.get(i + 1).start());
    }
}
