// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.conf.api;

import java.util.ArrayList;
import java.util.List;

/** Notes what a change of the configuration did; only a verbose one notes the attributes of what was added. */
public class ConfigurationChanges {
    private final boolean verbose;
    private final List<ModifiedObject> objects = new ArrayList<>();

    public ConfigurationChanges(boolean verbose) {
        this.verbose = verbose;
    }

    public static <T> T nullifyIfNotVerbose(ConfigurationChanges changes, T object) {
        return changes == null || !changes.verbose ? null : object;
    }

    public static ModifiedObject addModifiedObjectIfVerbose(ConfigurationChanges changes, String dn, ChangeType type) {
        return addModifiedObject(nullifyIfNotVerbose(changes, changes), dn, type);
    }

    public static ModifiedObject addModifiedObject(ConfigurationChanges changes, String dn, ChangeType type) {
        if (changes == null) return null;
        ModifiedObject object = new ModifiedObject(dn, type);
        changes.add(object);
        return object;
    }

    /** What was added last is taken out again, if nothing of it changed. */
    public static void removeLastIfEmpty(ConfigurationChanges changes, ModifiedObject object) {
        if (object != null && object.isEmpty()) changes.objects.remove(changes.objects.size() - 1);
    }

    public List<ModifiedObject> modifiedObjects() {
        return objects;
    }

    public void add(ModifiedObject object) {
        objects.add(object);
    }

    public boolean isEmpty() {
        return objects.isEmpty();
    }

    public boolean isVerbose() {
        return verbose;
    }

    public enum ChangeType {
        C,
        U,
        D;
    }

    /** An attribute's values that are new, and those that are gone. */
    public static class ModifiedAttribute {
        private final String name;
        private final List<Object> added = new ArrayList<>();
        private final List<Object> removed = new ArrayList<>();

        public ModifiedAttribute(String name) {
            this.name = name;
        }

        public ModifiedAttribute(String name, Object removed, Object added) {
            this(name);
            removeValue(removed);
            addValue(added);
        }

        public String name() {
            return name;
        }

        public List<Object> addedValues() {
            return added;
        }

        public List<Object> removedValues() {
            return removed;
        }

        public void addValue(Object value) {
            move(value, removed, added);
        }

        public void removeValue(Object value) {
            move(value, added, removed);
        }

        /** A value that is in both is in neither. */
        private static void move(Object value, List<Object> from, List<Object> to) {
            if (value == null || from.remove(value)) return;
            to.add(value);
        }
    }

    /** An entry that was created, updated or deleted. */
    public static class ModifiedObject {
        private final String dn;
        private final ChangeType type;
        private final List<ModifiedAttribute> attributes = new ArrayList<>();

        public ModifiedObject(String dn, ChangeType type) {
            this.dn = dn;
            this.type = type;
        }

        public String dn() {
            return dn;
        }

        public ChangeType changeType() {
            return type;
        }

        public boolean isEmpty() {
            return attributes.isEmpty();
        }

        public List<ModifiedAttribute> modifiedAttributes() {
            return attributes;
        }

        public void add(ModifiedAttribute attribute) {
            attributes.add(attribute);
        }
    }
}
