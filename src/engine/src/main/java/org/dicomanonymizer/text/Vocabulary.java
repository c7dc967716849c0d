// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dicomanonymizer.dicom.ResourceLines;

/**
 * The words that the cleaning of text knows: the allow list, and names and places. All are folded; what is asked for must be
 * folded, too. Immutable and shared by threads.
 */
public final class Vocabulary {
    private static final List<String> ALLOWED = List.of(
            "standard",
            "radiology",
            "english",
            "de",
            "fr",
            "es",
            "it",
            "nl",
            "pt",
            "cyrillic-greek",
            "ar-he",
            "ja",
            "zh",
            "ko");
    private static final List<String> NAMES = List.of("names", "places", "calendar");

    private static final List<String> INFLECTIONS = List.of("ed", "ing", "ly", "es");
    private static final List<String> PARTICIPLE = List.of("ed");
    private static final List<String> MODALITIES =
            List.of("ct", "mr", "mri", "cta", "mra", "us", "xr", "pet", "nm", "rx");
    private static final int LEAST_STEM = 4;
    /** What names end in that are written like compounds (Kopfstein, Langbein). */
    private static final Set<String> ENDS_OF_NAMES =
            Set.of("stein", "kopf", "mann", "frau", "bein", "fuss", "hand", "herz", "haar");

    private static final class Holder {
        static final Vocabulary STANDARD = load();
    }

    private final Set<String> allowed;
    private final Set<String> names;
    private final Set<String> eponyms;
    private final Set<String> eponymNouns;
    private final Set<String> compoundParts;
    private final Set<String> prefixes;
    private final Endings endings;
    private final int longest;

    private Vocabulary(
            Set<String> allowed,
            Set<String> names,
            Set<String> eponyms,
            Set<String> eponymNouns,
            Set<String> compoundParts,
            Set<String> prefixes,
            Endings endings) {
        this.allowed = allowed;
        this.names = names;
        this.eponyms = eponyms;
        this.eponymNouns = eponymNouns;
        this.compoundParts = compoundParts;
        this.prefixes = prefixes;
        this.endings = endings;
        this.longest = allowed.stream().mapToInt(String::length).max().orElse(0);
    }

    private static Vocabulary load() {
        Set<String> allowed = new HashSet<>(1 << 15);
        for (String list : ALLOWED) lines("words/" + list + ".txt").forEach(word -> add(word, allowed));
        Set<String> names = new HashSet<>(1 << 13);
        for (String list : NAMES) lines(list + ".txt").forEach(word -> add(word, names));
        Set<String> compounds = new HashSet<>(1 << 11);
        Stream.concat(lines("words/de.txt"), lines("words/nl.txt"))
                .filter(word -> word.length() >= 4)
                .forEach(word -> add(word, compounds));
        return new Vocabulary(
                allowed,
                names,
                set("eponyms.txt"),
                set("eponym-nouns.txt"),
                compounds,
                set("prefixes.txt"),
                Endings.load());
    }

    private static Set<String> set(String resource) {
        Set<String> words = new HashSet<>();
        lines(resource).forEach(word -> add(word, words));
        return words;
    }

    static Stream<String> lines(String resource) {
        return new String(ResourceLines.bytes(Vocabulary.class, resource), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank());
    }

    /** Adds a word, its parts around apostrophes, and its writing without umlauts. */
    static void add(String word, Set<String> words) {
        String folded = Folding.fold(word.strip());
        if (folded.indexOf('\'') >= 0) {
            for (String part : folded.split("'")) if (part.length() > 1) words.add(part);
            return;
        }
        words.add(folded);
        String spelt = withoutUmlauts(word);
        if (spelt != null) words.add(Folding.fold(spelt));
    }

    /** "Schaedel" for "Schädel", "Soerensen" for "Sørensen", "Aase" for "Åse"; null if there is no such letter. */
    static String withoutUmlauts(String word) {
        StringBuilder spelt = new StringBuilder(word.length() + 2);
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            spelt.append(c);
            if ("äöüøÄÖÜØ".indexOf(c) >= 0) spelt.append('e');
            else if (c == 'å' || c == 'Å') spelt.append('a');
        }
        return spelt.length() == word.length() ? null : spelt.toString();
    }

    /** The vocabulary that comes with the engine. */
    public static Vocabulary standard() {
        return Holder.STANDARD;
    }

    /** This vocabulary with further words allowed, such as the names of a site's protocols; case and accents do not matter. */
    public Vocabulary with(Collection<String> words) {
        if (words.isEmpty()) return this;
        Set<String> all = new HashSet<>(allowed);
        Set<String> fewerNames = new HashSet<>(names);
        for (String word : words) {
            List<String> parts = new ArrayList<>();
            for (Token token : Tokens.of(word).list()) parts.add(token.folded());
            parts.add(Folding.fold(word.strip()));
            for (String part : parts) {
                all.add(part);
                fewerNames.remove(part);
            }
        }
        return new Vocabulary(all, fewerNames, eponyms, eponymNouns, compoundParts, prefixes, endings);
    }

    /** Whether a word is on the allow list, itself or as the plural of one that is. */
    boolean allows(String word) {
        if (allowed.contains(word)) return true;
        int length = word.length();
        if (length < 5 || word.charAt(length - 1) != 's' || names.contains(word)) return false;
        String singular = word.substring(0, length - 1);
        return allowed.contains(singular) && !names.contains(singular)
                || word.charAt(length - 2) == 'e' && allowed.contains(word.substring(0, length - 2));
    }

    /** All words of the allow list. */
    Stream<String> words() {
        return allowed.stream();
    }

    /** Whether a word is a common name of persons or places, or a month; it may be a word of the allow list as well. */
    boolean isName(String word) {
        return names.contains(word);
    }

    boolean isEponym(String word) {
        return eponyms.contains(word);
    }

    boolean isEponymNoun(String word) {
        return eponymNouns.contains(word);
    }

    /** Whether a word that is not listed ends as words do; names end otherwise. */
    boolean endsLikeWord(String word, boolean lowerCase) {
        return !names.contains(word) && endings.matches(word, lowerCase);
    }

    /** Whether a word is a listed one with an ending of English grammar; in small letters more endings count, as names have them. */
    boolean isInflected(String word, boolean lowerCase) {
        if (names.contains(word)) return false;
        for (String ending : lowerCase ? INFLECTIONS : PARTICIPLE) {
            if (!word.endsWith(ending) || word.length() - ending.length() < LEAST_STEM) continue;
            String stem = word.substring(0, word.length() - ending.length());
            boolean doubled = stem.charAt(stem.length() - 1) == stem.charAt(stem.length() - 2);
            if (allowed.contains(stem) || allowed.contains(stem + "e")) return true;
            if (doubled && allowed.contains(stem.substring(0, stem.length() - 1))) return true;
        }
        return false;
    }

    /** Whether a word is a listed one with a prefix of medicine ("pneumoperitoneum"). */
    boolean isPrefixed(String word) {
        if (word.length() < 8 || names.contains(word)) return false;
        for (String prefix : prefixes)
            if (word.startsWith(prefix)
                    && word.length() - prefix.length() > LEAST_STEM
                    && allows(word.substring(prefix.length()))) return true;
        return false;
    }

    /** Whether a word in capitals is a modality and a listed word written together ("CTCHEST"). */
    boolean isModalityAndWord(String word) {
        for (String modality : MODALITIES) {
            if (!word.startsWith(modality) || word.length() < modality.length() + LEAST_STEM) continue;
            String rest = word.substring(modality.length());
            if (allows(rest) && !names.contains(rest) && !names.contains(word)) return true;
        }
        return false;
    }

    /** Whether a word is written together of two listed ones as in German or Dutch ("Kniegelenkserguss"). */
    boolean isCompound(String word) {
        if (word.length() < 9 || names.contains(word)) return false;
        for (int cut = 4; cut <= word.length() - 4; cut++) {
            if (!compoundParts.contains(word.substring(0, cut))) continue;
            String rest = word.substring(cut);
            if (isPart(rest) || rest.length() > 4 && "sn".indexOf(rest.charAt(0)) >= 0 && isPart(rest.substring(1)))
                return true;
        }
        return false;
    }

    private boolean isPart(String word) {
        return compoundParts.contains(word) && !ENDS_OF_NAMES.contains(word) || word.length() >= 9 && isCompound(word);
    }

    /** The length of the longest allowed word that starts at a place of a run of ideographs, 0 if none does. */
    int longestAt(String run, int from) {
        for (int end = Math.min(run.length(), from + longest); end > from; end--)
            if (allowed.contains(run.substring(from, end))) return end - from;
        return 0;
    }
}
