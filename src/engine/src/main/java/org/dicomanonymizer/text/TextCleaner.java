// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.dicomanonymizer.text.WordFilter.Verdict;

/**
 * Cleans text as the Clean Descriptors Option asks (PS3.15 E.3.5): keeps what is clinical, removes what identifies. Three
 * layers mark what goes: the object's own identifiers, forms that identify by themselves (dates, numbers, addresses), and
 * words that are not known to be harmless. What is left is put together without orphans.
 *
 * <p>Text that is clean comes back as it was. What comes back is never longer, and cleaning it again changes nothing.
 * Immutable and shared by threads.
 */
public final class TextCleaner {
    private static final int MAX_PASSES = 8;
    private static final int MAX_REMEMBERED = 4096;
    private static final int MAX_REMEMBERED_LENGTH = 256;
    private static final TextCleaner STANDARD = new TextCleaner(Vocabulary.standard(), UnknownWords.KEEP_WORD_LIKE);

    private final Vocabulary vocabulary;
    private final UnknownWords unknownWords;
    private final WordFilter filter;
    /** The objects of a series tell the same texts: they are cleaned once. Emptied when full. */
    private final Map<Question, Cleaned> remembered = new ConcurrentHashMap<>();

    private record Question(String text, Identifiers identifiers) {
        /** Says nothing: text stays out of logs. */
        @Override
        public String toString() {
            return "question";
        }
    }

    private TextCleaner(Vocabulary vocabulary, UnknownWords unknownWords) {
        this.vocabulary = vocabulary;
        this.unknownWords = unknownWords;
        this.filter = new WordFilter(vocabulary, unknownWords);
    }

    /** The cleaner with the engine's own words, and {@link UnknownWords#KEEP_WORD_LIKE}. */
    public static TextCleaner standard() {
        return STANDARD;
    }

    /** This cleaner with further words allowed, such as those of a site's protocols; the object's own names still go. */
    public TextCleaner allowing(Collection<String> words) {
        return words.isEmpty() ? this : new TextCleaner(vocabulary.with(words), unknownWords);
    }

    /** This cleaner with another treatment of unknown words. */
    public TextCleaner with(UnknownWords treatment) {
        return new TextCleaner(vocabulary, treatment);
    }

    /**
     * Cleans one value.
     *
     * @param text        of any length, in any script
     * @param identifiers what the object tells of its patient, staff and institution
     */
    public Cleaned clean(String text, Identifiers identifiers) {
        if (text.length() > MAX_REMEMBERED_LENGTH) return cleanAnew(text, identifiers);
        Question question = new Question(text, identifiers);
        Cleaned known = remembered.get(question);
        if (known == null) {
            known = cleanAnew(text, identifiers);
            if (remembered.size() >= MAX_REMEMBERED) remembered.clear();
            remembered.put(question, known);
        }
        return known;
    }

    private Cleaned cleanAnew(String text, Identifiers identifiers) {
        Set<String> reasons = new TreeSet<>();
        String current = text;
        for (int pass = 0; pass < MAX_PASSES && !current.isEmpty(); pass++) {
            String next = pass(current, identifiers, reasons);
            if (next.equals(current)) return new Cleaned(current, Set.copyOf(reasons));
            current = next;
        }
        // Text made up so that its remains keep forming new findings is worth nothing.
        return new Cleaned("", Set.copyOf(reasons));
    }

    private String pass(String text, Identifiers identifiers, Set<String> reasons) {
        Tokens tokens = Tokens.of(text);
        Removals removals = new Removals();
        for (Hit hit : identifiers.findNames(tokens))
            removals.mark(hit.start(), hit.end(), hit.kind().toString(), true);
        for (TextPatterns.Found found : TextPatterns.standard().find(tokens, filter.clinical(tokens)))
            removals.mark(found.start(), found.end(), found.name(), found.nameLike());
        Verdict[] verdicts = filter.judge(tokens, removals);
        new NameContext(tokens, verdicts, vocabulary).apply();
        for (int i = 0; i < verdicts.length; i++) {
            if (verdicts[i] != Verdict.NAME && verdicts[i] != Verdict.UNKNOWN) continue;
            Token token = tokens.list().get(i);
            removals.mark(token.start(), token.end(), verdicts[i] == Verdict.NAME ? "name" : "unknown word", true);
        }
        if (removals.isEmpty()) return text;
        reasons.addAll(removals.reasons());
        return Tidy.join(tokens, removals);
    }
}
