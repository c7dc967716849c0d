// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.conf.ldap;

import java.util.Arrays;
import java.util.List;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.Attributes;
import javax.naming.directory.BasicAttribute;
import javax.naming.directory.DirContext;
import javax.naming.directory.ModificationItem;
import org.dcm4che3.conf.api.ConfigurationChanges.ModifiedAttribute;
import org.dcm4che3.conf.api.ConfigurationChanges.ModifiedObject;

/** Values to attributes and back, as far as the plugin asks for it. */
public class LdapUtils {
    private LdapUtils() {}

    public static <T> void safeClose(NamingEnumeration<T> enumeration) {
        try {
            enumeration.close();
        } catch (NamingException e) {
            throw new IllegalStateException(e);
        }
    }

    @SafeVarargs
    public static <T> void storeNotEmpty(
            ModifiedObject change, Attributes attributes, String id, T[] values, T... defaults) {
        if (values.length == 0 || equals(values, defaults)) return;
        attributes.put(attribute(id, values));
        note(change, id, new Object[0], values);
    }

    /** Values are compared without their order. */
    @SafeVarargs
    public static <T> void storeDiff(
            ModifiedObject change,
            List<ModificationItem> modifications,
            String id,
            T[] previous,
            T[] values,
            T... defaultValue) {
        if (equals(previous, values)) return;
        modifications.add(
                values.length == 0 || equals(values, defaultValue)
                        ? new ModificationItem(DirContext.REMOVE_ATTRIBUTE, new BasicAttribute(id))
                        : new ModificationItem(DirContext.REPLACE_ATTRIBUTE, attribute(id, values)));
        note(change, id, previous, values);
    }

    private static Attribute attribute(String id, Object[] values) {
        Attribute attribute = new BasicAttribute(id);
        for (Object value : values) attribute.add(value.toString());
        return attribute;
    }

    private static void note(ModifiedObject change, String id, Object[] previous, Object[] values) {
        if (change == null) return;
        ModifiedAttribute attribute = new ModifiedAttribute(id);
        for (Object value : values) attribute.addValue(value);
        for (Object value : previous) attribute.removeValue(value);
        change.add(attribute);
    }

    public static <T> boolean equals(T[] first, T[] second) {
        return first.length == second.length && Arrays.asList(second).containsAll(Arrays.asList(first));
    }

    public static String stringValue(Attribute attribute, String defaultValue) throws NamingException {
        return attribute == null ? defaultValue : (String) attribute.get();
    }

    /** Nothing is escaped. */
    public static String dnOf(String id, String value, String parentDN) {
        return id + "=" + value + "," + parentDN;
    }
}
