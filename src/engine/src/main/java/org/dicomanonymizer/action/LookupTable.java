// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

import java.util.HashMap;
import java.util.Map;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.dicom.ValueSyntax;

/** What takes the place of which original value, as a site keeps it in a table. Immutable; a look-up takes constant time. */
public final class LookupTable {
    private final String name;
    private final Map<String, Entry> entries;

    /**
     * What takes the place of a value.
     *
     * @param value the replacement
     * @param line  the line of the table, for messages
     */
    public record Entry(String value, int line) {
        /** The line only: what a patient is called in a study identifies the patient. */
        @Override
        public String toString() {
            return "line " + line;
        }
    }

    /**
     * @param name    what stands for the table in messages
     * @param entries by original value, without blanks around it
     */
    public LookupTable(String name, Map<String, Entry> entries) {
        this.name = name;
        this.entries = new HashMap<>(entries);
    }

    /** The entry of an original value, blanks around it apart; null if there is none. */
    public Entry find(String original) {
        return entries.get(original.strip());
    }

    /** The first replacement that is not legal for a VR, as a message without the value; null if all are. */
    String fault(VR vr) {
        return entries.values().stream()
                .filter(entry -> ValueSyntax.fault(vr, entry.value()) != null)
                .min((one, other) -> Integer.compare(one.line(), other.line()))
                .map(entry -> this + " line " + entry.line() + ": the value is " + ValueSyntax.fault(vr, entry.value()))
                .orElse(null);
    }

    /** The name only: a table of patients is an identity. */
    @Override
    public String toString() {
        return name;
    }
}
