// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import java.lang.ref.WeakReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.dicomanonymizer.dicom.DataSet;

/**
 * The identifiers that an object itself tells of its patient, of the staff and the institution: gathered from the original,
 * then found in any text however they are written. Accents, case, punctuation, the order of the parts of a name, and the
 * writing of the birth date do not matter.
 *
 * <p>A part of a name that is also a word (the family names Long, Young or Chest), or has but two letters, counts unless the
 * words beside it show that the word is meant ("long axis", "CT chest").
 *
 * <p>Immutable and shared by threads. Holds what must not get out: it has no textual form.
 */
public final class Identifiers {
    private static final int MAX_REMEMBERED = 1024;
    private static final int MAX_REMEMBERED_LENGTH = 256;

    /** Holds nobody's identifiers: they go with the objects that tell them. */
    private static final Map<Identifiers, WeakReference<Identifiers>> RECENT =
            Collections.synchronizedMap(new WeakHashMap<>());

    private static final Identifiers NONE = new Identifiers(Map.of());

    private final Map<Kind, Set<String>> values;
    private final int hash;
    /** Made when first needed, since the objects of a series tell the same and their texts are remembered. */
    private volatile Known known;
    /** The search that was asked for last: to make one takes longer than all else that is done with an object. */
    private volatile InBytes inBytes;

    private record InBytes(Set<Kind> kinds, int minLength, ByteSearch search) {}

    /**
     * @param finder     of names and numbers
     * @param remembered what was found in the texts that were asked for; emptied when full
     */
    private record Known(NameFinder finder, List<LocalDate> birthDates, Map<String, List<Hit>> remembered) {
        /** Says nothing: what it holds identifies. */
        @Override
        public String toString() {
            return "known";
        }
    }

    private Identifiers(Map<Kind, Set<String>> values) {
        this.values = values;
        this.hash = values.hashCode();
    }

    /** No identifiers. */
    public static Identifiers none() {
        return NONE;
    }

    /** The identifiers of an object, from its root and all items. It must not have been treated yet. */
    public static Identifiers of(DataSet root) {
        return new Builder().addAll(root).build();
    }

    /** Makes identifiers out of single values. */
    public static Builder builder() {
        return new Builder();
    }

    /** Gathers identifiers; a value that occurs again counts once. */
    public static final class Builder {
        private final Map<Kind, Set<String>> values = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Adds a value as the data set holds it: a name of VR PN or as people write it, a birth date as YYYYMMDD or YYYY-MM-DD,
         * anything else as it is. Values that say nothing, such as an ID of zeros only, are left out.
         */
        public Builder add(Kind kind, String value) {
            String trimmed = value.strip();
            if (saysAnything(trimmed))
                values.computeIfAbsent(kind, any -> new LinkedHashSet<>()).add(trimmed);
            return this;
        }

        private static boolean saysAnything(String value) {
            for (int i = 0; i < value.length(); i++)
                if (value.charAt(i) != '0' && Character.isLetterOrDigit(value.charAt(i))) return true;
            return false;
        }

        /** Adds what an object tells in its root and all items; it must not have been treated yet. */
        public Builder addAll(DataSet root) {
            IdentifyingAttributes.collect(root, this);
            return this;
        }

        /** The identifiers added so far. */
        public Identifiers build() {
            if (values.isEmpty()) return NONE;
            Map<Kind, Set<String>> copy = new EnumMap<>(Kind.class);
            values.forEach((kind, all) -> copy.put(kind, Set.copyOf(all)));
            return recent(new Identifiers(copy));
        }
    }

    /**
     * The objects of a patient come one after the other and tell the same: what was made of it for one serves the next, until the
     * memory of both is reclaimed.
     */
    private static Identifiers recent(Identifiers made) {
        WeakReference<Identifiers> reference = RECENT.get(made);
        Identifiers known = reference == null ? null : reference.get();
        if (known != null) return known;
        RECENT.put(made, new WeakReference<>(made));
        return made;
    }

    private Known known() {
        Known made = known;
        if (made == null) {
            NameFinder finder = new NameFinder(Vocabulary.standard());
            Set<LocalDate> dates = new LinkedHashSet<>();
            values.forEach((kind, all) -> all.forEach(value -> {
                if (kind != Kind.BIRTH_DATE || !DateReader.addDate(value, dates)) finder.add(kind, value);
            }));
            made = new Known(finder, List.copyOf(dates), new ConcurrentHashMap<>());
            known = made;
        }
        return made;
    }

    /** Whether there is nothing to be found. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The kinds of identifiers that there are. */
    public Set<Kind> kinds() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        kinds.addAll(values.keySet());
        return kinds;
    }

    /** The places where a text tells any of the identifiers, in order and without overlap. */
    public List<Hit> find(CharSequence text) {
        if (isEmpty() || text.length() == 0) return List.of();
        if (text.length() > MAX_REMEMBERED_LENGTH) return findAnew(text.toString());
        Map<String, List<Hit>> remembered = known().remembered();
        List<Hit> hits = remembered.get(text.toString());
        if (hits == null) {
            hits = findAnew(text.toString());
            if (remembered.size() >= MAX_REMEMBERED) remembered.clear();
            remembered.put(text.toString(), hits);
        }
        return hits;
    }

    private List<Hit> findAnew(String text) {
        Tokens tokens = Tokens.of(text);
        List<Hit> hits = new ArrayList<>(known().finder().find(tokens));
        if (!known().birthDates().isEmpty()) addBirthDates(tokens, hits);
        hits.sort(Comparator.comparingInt(Hit::start));
        List<Hit> apart = new ArrayList<>();
        int end = 0;
        for (Hit hit : hits) {
            if (hit.start() >= end) apart.add(hit);
            end = Math.max(end, hit.end());
        }
        return List.copyOf(apart);
    }

    /** What the text tells of names and numbers only; the dates are found by the patterns of any text. */
    List<Hit> findNames(Tokens tokens) {
        return isEmpty() ? List.of() : known().finder().find(tokens);
    }

    private void addBirthDates(Tokens text, List<Hit> hits) {
        for (TextPatterns.Found date : TextPatterns.standard().dates(text)) {
            String words = Folding.narrow(text.text().substring(date.start(), date.end()));
            for (LocalDate birthDate : known().birthDates())
                if (DateReader.tells(words, birthDate))
                    hits.add(new Hit(Kind.BIRTH_DATE, date.start(), date.end(), false));
        }
    }

    /**
     * A search for the identifiers in values that are no text to the engine: private bytes, bulk data, encapsulated documents.
     *
     * @param kinds     the kinds of identifiers that are searched for
     * @param minLength the fewest characters of what is searched for, at least 2; the shorter, the more chance hits in binary data
     */
    public ByteSearch inBytes(Set<Kind> kinds, int minLength) {
        InBytes made = inBytes;
        if (made == null || made.minLength() != minLength || !made.kinds().equals(kinds)) {
            made = new InBytes(Set.copyOf(kinds), minLength, searchInBytes(kinds, minLength));
            inBytes = made;
        }
        return made.search();
    }

    private ByteSearch searchInBytes(Set<Kind> kinds, int minLength) {
        ByteSearch.Builder search = new ByteSearch.Builder(minLength);
        values.forEach((kind, all) -> {
            if (!kinds.contains(kind) || kind == Kind.BIRTH_DATE) return;
            for (String value : all)
                if (kind.isName()) NameParts.spellings(value).forEach(spelling -> search.add(kind, spelling));
                else search.add(kind, value);
        });
        if (kinds.contains(Kind.BIRTH_DATE))
            for (LocalDate date : known().birthDates())
                DateReader.numericForms(date).forEach(form -> search.add(Kind.BIRTH_DATE, form));
        return search.build();
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Identifiers that && hash == that.hash && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** Says nothing: what it holds identifies. */
    @Override
    public String toString() {
        return "identifiers";
    }
}
