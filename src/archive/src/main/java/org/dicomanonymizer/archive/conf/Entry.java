// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dicomanonymizer.archive.profile.ProfileEntry;

/**
 * An entry of the configuration as LDAP and the JSON of devices have it: a profile with its rules and regions, or one of these.
 * Immutable. It may hold anything that the directory held; {@link EntryCheck} tells what is wrong with it.
 *
 * @param name     the value of the naming attribute
 * @param values   the values of each attribute that is present, by attribute, in the order of the type's fields
 * @param children by kind, in their order
 */
public record Entry(EntryType type, String name, Map<String, List<String>> values, List<Entry> children) {
    private static final Comparator<Entry> IN_ORDER = Comparator.comparing(Entry::type)
            .thenComparing(entry -> entry.order() == null ? Integer.MAX_VALUE : entry.order())
            .thenComparing(Entry::name);

    public Entry {
        Objects.requireNonNull(name, "name");
        Map<String, List<String>> present = new LinkedHashMap<>();
        for (Field field : type.fields()) {
            List<String> given = values.getOrDefault(field.attribute(), List.of());
            if (!given.isEmpty()) present.put(field.attribute(), List.copyOf(given));
        }
        values = Collections.unmodifiableMap(present);
        children = children.stream().sorted(IN_ORDER).toList();
    }

    /** The values of an attribute, none if it is absent. */
    List<String> all(String attribute) {
        return values.getOrDefault(attribute, List.of());
    }

    /** The first value of an attribute, or null. */
    String first(String attribute) {
        List<String> all = all(attribute);
        return all.isEmpty() ? null : all.get(0);
    }

    /** Its place among its siblings, or null if it has none, or one that is no number. */
    Integer order() {
        String order = first(EntryType.ORDER);
        return order == null ? null : Field.integer(order).orElse(null);
    }

    /** The entries of a kind below it, in their order. */
    List<Entry> children(EntryType kind) {
        return children.stream().filter(child -> child.type() == kind).toList();
    }

    /** Whether the name may stand in distinguished names and URIs as it is. */
    boolean isNameUsable() {
        return ProfileEntry.NAME.matcher(name).matches();
    }

    /** The same entry with another place among its siblings. */
    Entry at(int order) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        changed.put(EntryType.ORDER, List.of(String.valueOf(order)));
        return new Entry(type, name, changed, children);
    }
}
