// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is wrong with entries in the terms of the directory: names, numbers, what stands twice. What the engine thinks of the
 * profile that they make is another question.
 */
final class EntryCheck {
    private final List<String> faults = new ArrayList<>();

    private EntryCheck() {}

    /** The faults of a profile with all that stands below it, none if it can be stored. */
    static List<String> faults(Entry profile) {
        EntryCheck check = new EntryCheck();
        check.entry(profile, place(profile));
        return check.faults;
    }

    /** How messages call a profile. */
    static String place(Entry profile) {
        return profile.type().noun() + " " + profile.name();
    }

    /** How messages call an entry below a profile. */
    static String place(Entry profile, Entry child) {
        return place(profile) + ", " + child.type().noun() + " " + child.name();
    }

    /** The names that stand more than once in a list. */
    static Set<String> repeated(List<Entry> siblings) {
        Set<String> known = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        for (Entry entry : siblings) if (!known.add(entry.name())) repeated.add(entry.name());
        return repeated;
    }

    private void entry(Entry entry, String place) {
        if (!entry.isNameUsable())
            faults.add(place + ", " + entry.type().naming() + ": \"" + entry.name()
                    + "\" is no usable name: letters, digits, '_', '.' and '-' are allowed, at most 64");
        for (Field field : entry.type().fields())
            values(field, entry.all(field.attribute()), place + ", " + field.attribute() + ": ");
        if (entry.type().isOrdered() && entry.all(EntryType.ORDER).isEmpty())
            faults.add(place + ", " + EntryType.ORDER + ": is missing; it gives a "
                    + entry.type().noun() + " its place among the others");
        if (entry.first(EntryType.RULE_FILE) != null
                && !entry.children(EntryType.RULE).isEmpty())
            faults.add(
                    place + ", " + EntryType.RULE_FILE + ": rules stand in a file or below the profile, not in both");
        faults.addAll(ActionParameters.faults(entry.all(EntryType.PARAMETER), place));
        for (EntryType kind : entry.type().children()) siblings(entry.children(kind), place);
        for (Entry child : entry.children()) entry(child, place(entry, child));
    }

    private void values(Field field, List<String> values, String place) {
        if (values.size() > 1 && !field.kind().isList()) faults.add(place + "has several values, takes one");
        Set<String> known = new HashSet<>();
        for (String value : values) {
            if (value.isEmpty()) faults.add(place + "has an empty value; leave it out instead");
            else if (field.kind() == Field.Kind.INTEGER && Field.integer(value).isEmpty())
                faults.add(place + "\"" + value + "\" is no whole number");
            else if (field.kind() == Field.Kind.BOOLEAN && Field.bool(value).isEmpty())
                faults.add(place + "\"" + value + "\" is neither TRUE nor FALSE");
            else if (field.kind().isAscii()
                    && !StandardCharsets.US_ASCII.newEncoder().canEncode(value))
                faults.add(place + "\"" + value + "\" has other characters than those of ASCII");
            // For caseExactMatch and caseExactIA5Match blanks at the ends and more than one in a row count for nothing.
            if (!known.add(value.strip().replaceAll(" +", " ")))
                faults.add(place + "\"" + value + "\" stands there twice");
        }
    }

    private void siblings(List<Entry> siblings, String place) {
        for (String name : repeated(siblings))
            faults.add(place + ": there are several entries "
                    + siblings.get(0).type().naming() + "=" + name);
        Map<Integer, Entry> places = new HashMap<>();
        for (Entry entry : siblings) {
            Entry other = entry.order() == null ? null : places.put(entry.order(), entry);
            if (other != null)
                faults.add(
                        place + ", " + EntryType.ORDER + ": the " + entry.type().noun() + "s " + other.name() + " and "
                                + entry.name() + " both have " + entry.order() + "; which one comes first?");
        }
    }
}
