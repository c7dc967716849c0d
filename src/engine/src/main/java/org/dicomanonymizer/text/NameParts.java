// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dicomanonymizer.text.Cues.Cue;

/**
 * What a name can be recognised by, out of a value of VR PN (PS3.5 section 6.2.1) or a name as people write it: its parts,
 * and the ways of putting them together.
 */
final class NameParts {
    private static final int MAX_TOKENS = 12;
    private static final Pattern VOWEL = Pattern.compile("[aeiou]");

    /** Parts that stand for the name wherever they occur: a whole component, a full name. Folded, without separators. */
    private final Set<String> parts = new LinkedHashSet<>();
    /** What stands for nobody by itself: particles beside other words of a component, initials of given names. */
    private final Set<String> companions = new LinkedHashSet<>();
    /** Spellings of several parts: what separates them in the text does not matter. */
    private final Set<String> joined = new LinkedHashSet<>();
    /** Two or three letters. */
    private final Set<String> initials = new LinkedHashSet<>();

    private final Cues cues = Cues.standard();

    private NameParts() {}

    static NameParts of(String name) {
        NameParts result = new NameParts();
        for (String group : name.split("=", -1)) {
            result.addGroup(group);
            String spelt = Vocabulary.withoutUmlauts(group);
            if (spelt != null) result.addGroup(spelt);
        }
        return result;
    }

    Set<String> parts() {
        return parts;
    }

    Set<String> companions() {
        return companions;
    }

    Set<String> joined() {
        return joined;
    }

    Set<String> initials() {
        return initials;
    }

    private void addGroup(String group) {
        List<List<String>> components = new ArrayList<>();
        for (String component : (group.indexOf('^') < 0 ? group.replace(',', '^') : group).split("\\^", -1)) {
            List<String> words = words(component);
            List<String> tokens = words.stream().filter(word -> !isTitle(word)).toList();
            boolean isName = components.isEmpty() || components.size() == 1 && !isAbbreviation(words);
            if (tokens.isEmpty() && words.size() == 1 && isName) tokens = words;
            if (!tokens.isEmpty()) components.add(tokens);
        }
        boolean oneComponent = components.size() == 1;
        if (oneComponent) components = apart(components.get(0));
        List<String> spelt = new ArrayList<>();
        for (List<String> tokens : components) {
            boolean single = tokens.size() == 1 && spelt.size() < 2 && !(oneComponent && components.size() > 1);
            for (String token : tokens)
                if (cues.is(Cue.PARTICLE, token) && !single) companions.add(token);
                else addPart(token);
            String whole = String.join("", tokens);
            if (tokens.size() > 1) addJoined(whole);
            spelt.add(whole);
        }
        combine(spelt);
    }

    /** Words without carets: any of them may be the family name. */
    private static List<List<String>> apart(List<String> tokens) {
        List<List<String>> components = new ArrayList<>();
        for (String token : tokens) components.add(List.of(token));
        return components;
    }

    /** What to look for in bytes: the name as it is, each group of components, and each component that is no mere word. */
    static Set<String> spellings(String name) {
        Set<String> spellings = new LinkedHashSet<>();
        for (String group : name.split("=", -1)) {
            spellings.add(group.strip());
            for (String component : group.split("\\^", -1)) spellings.add(component.strip());
        }
        Vocabulary vocabulary = Vocabulary.standard();
        spellings.removeIf(spelling -> {
            String folded = Folding.fold(spelling);
            return vocabulary.allows(folded) && !vocabulary.isName(folded);
        });
        return spellings;
    }

    /** The words of a component, whatever letters they have in capitals ("McDonald", "O'Brien"). */
    private static List<String> words(String component) {
        List<String> words = new ArrayList<>();
        int word = -1;
        for (Token token : Tokens.of(component).list()) {
            if (!token.isLetters() || words.size() == MAX_TOKENS) continue;
            if (token.word() == word) words.add(words.remove(words.size() - 1) + token.folded());
            else words.add(token.folded());
            word = token.word();
        }
        return words;
    }

    private boolean isTitle(String word) {
        return cues.is(Cue.TITLE, word) || cues.is(Cue.TITLE_OR_WORD, word) || cues.is(Cue.DEGREE, word);
    }

    /** "Mr", unlike the names Do and Don, has no vowel. */
    private static boolean isAbbreviation(List<String> words) {
        return words.stream().noneMatch(word -> VOWEL.matcher(word).find());
    }

    private void addPart(String part) {
        if (part.length() < 2 && !isRun(part)) return;
        parts.add(part);
        variants(part, parts);
    }

    private void addJoined(String spelling) {
        if (spelling.length() < 4 && !isRun(spelling)) return;
        joined.add(spelling);
        variants(spelling, joined);
    }

    /** Family and given name in both orders, in full and with initials. */
    private void combine(List<String> names) {
        if (names.size() < 2) return;
        StringBuilder all = new StringBuilder();
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            all.append(names.get(i));
            letters.append(names.get(i).charAt(0));
            for (int j = 0; j < names.size(); j++) {
                if (i == j) continue;
                addJoined(names.get(i) + names.get(j));
                if (!isRun(names.get(j)) && names.get(i).length() > 2) {
                    addJoined(names.get(i) + names.get(j).charAt(0));
                    addJoined(names.get(j).charAt(0) + names.get(i));
                }
            }
        }
        addJoined(all.toString());
        String family = letters.substring(0, 1);
        String given = letters.substring(1);
        if (letters.length() <= 4 && !isRun(names.get(0))) {
            initials.add(letters.toString());
            initials.add(given + family);
            initials.add(given.charAt(0) + family);
            if (given.length() > 1) companions.add(given);
        }
    }

    /** "mueller" is also found as "Müller", whose folded form is "muller". */
    private static void variants(String word, Set<String> into) {
        String reduced = word.replace("ae", "a").replace("oe", "o").replace("ue", "u");
        if (reduced.length() < word.length() && reduced.length() >= 4) into.add(reduced);
    }

    /** Whether a word is of a script without blanks, where one sign says as much as several letters. */
    static boolean isRun(String word) {
        return word.codePoints()
                .anyMatch(c -> Character.isIdeographic(c) || c >= 0x3040 && c <= 0x30FF || c >= 0xAC00 && c <= 0xD7A3);
    }
}
