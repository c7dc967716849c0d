// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.conf.api;

import java.util.List;

public class ConfigurationChanges {

    public ConfigurationChanges(boolean verbose) {}

    public static <T> T nullifyIfNotVerbose(ConfigurationChanges changes, T object) {
        throw new UnsupportedOperationException();
    }

    public static ModifiedObject addModifiedObjectIfVerbose(ConfigurationChanges changes, String dn, ChangeType type) {
        throw new UnsupportedOperationException();
    }

    public static ModifiedObject addModifiedObject(ConfigurationChanges changes, String dn, ChangeType type) {
        throw new UnsupportedOperationException();
    }

    public static void removeLastIfEmpty(ConfigurationChanges changes, ModifiedObject object) {
        throw new UnsupportedOperationException();
    }

    public List<ModifiedObject> modifiedObjects() {
        throw new UnsupportedOperationException();
    }

    public void add(ModifiedObject object) {
        throw new UnsupportedOperationException();
    }

    public boolean isEmpty() {
        throw new UnsupportedOperationException();
    }

    public boolean isVerbose() {
        throw new UnsupportedOperationException();
    }

    public enum ChangeType {
        C,
        U,
        D;
    }

    public static class ModifiedAttribute {

        public ModifiedAttribute(String name) {}

        public ModifiedAttribute(String name, Object removed, Object added) {}

        public String name() {
            throw new UnsupportedOperationException();
        }

        public List<Object> addedValues() {
            throw new UnsupportedOperationException();
        }

        public List<Object> removedValues() {
            throw new UnsupportedOperationException();
        }

        public void addValue(Object value) {
            throw new UnsupportedOperationException();
        }

        public void removeValue(Object value) {
            throw new UnsupportedOperationException();
        }
    }

    public static class ModifiedObject {

        public ModifiedObject(String dn, ChangeType type) {}

        public String dn() {
            throw new UnsupportedOperationException();
        }

        public ChangeType changeType() {
            throw new UnsupportedOperationException();
        }

        public boolean isEmpty() {
            throw new UnsupportedOperationException();
        }

        public List<ModifiedAttribute> modifiedAttributes() {
            throw new UnsupportedOperationException();
        }

        public void add(ModifiedAttribute attribute) {
            throw new UnsupportedOperationException();
        }
    }
}
