// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.Attributes;
import javax.naming.directory.BasicAttributes;
import javax.naming.directory.ModificationItem;
import javax.naming.directory.SearchResult;
import javax.naming.ldap.Rdn;
import org.dcm4che3.conf.api.ConfigurationChanges;
import org.dcm4che3.conf.api.ConfigurationChanges.ChangeType;
import org.dcm4che3.conf.api.ConfigurationChanges.ModifiedObject;
import org.dcm4che3.conf.ldap.LdapDicomConfiguration;
import org.dcm4che3.conf.ldap.LdapUtils;

/** Keeps entries below another entry of the directory. What is the same there is not written again. */
final class LdapEntries {
    private final LdapDicomConfiguration directory;

    LdapEntries(LdapDicomConfiguration directory) {
        this.directory = directory;
    }

    /** The entries of a kind below an entry, with all that stands below them; values come in the order of the alphabet. */
    List<Entry> load(EntryType type, String parent) throws NamingException {
        List<Entry> entries = new ArrayList<>();
        for (SearchResult found : search(type, parent)) {
            Attributes attributes = found.getAttributes();
            String name = LdapUtils.stringValue(attributes.get(type.naming()), "");
            Map<String, List<String>> values = new LinkedHashMap<>();
            for (Field field : type.fields()) values.put(field.attribute(), values(attributes.get(field.attribute())));
            Entry entry = new Entry(type, name, values, List.of());
            List<Entry> children = new ArrayList<>();
            // Below a name that needs escapes nothing can be found in a way that all releases of the archive know.
            if (entry.isNameUsable())
                for (EntryType kind : type.children()) children.addAll(load(kind, dn(entry, parent)));
            entries.add(new Entry(type, name, values, children));
        }
        return entries;
    }

    private List<SearchResult> search(EntryType type, String parent) throws NamingException {
        NamingEnumeration<SearchResult> results = directory.search(parent, "(objectclass=" + type.objectClass() + ")");
        try {
            return Collections.list(results);
        } finally {
            LdapUtils.safeClose(results);
        }
    }

    private static List<String> values(Attribute attribute) throws NamingException {
        List<String> values = new ArrayList<>();
        if (attribute != null) for (Object value : Collections.list(attribute.getAll())) values.add(value.toString());
        Collections.sort(values);
        return values;
    }

    /** Adds entries. */
    void store(ConfigurationChanges changes, List<Entry> entries, String parent) throws NamingException {
        for (Entry entry : entries) {
            String dn = dn(entry, parent);
            ModifiedObject change = ConfigurationChanges.addModifiedObject(changes, dn, ChangeType.C);
            directory.createSubcontext(
                    dn, attributes(ConfigurationChanges.nullifyIfNotVerbose(changes, change), entry));
            store(ConfigurationChanges.nullifyIfNotVerbose(changes, changes), entry.children(), dn);
        }
    }

    private static Attributes attributes(ModifiedObject change, Entry entry) {
        Attributes attributes = new BasicAttributes(true);
        attributes.put("objectclass", entry.type().objectClass());
        attributes.put(entry.type().naming(), entry.name());
        entry.values()
                .forEach((attribute, values) ->
                        LdapUtils.storeNotEmpty(change, attributes, attribute, values.toArray(String[]::new)));
        return attributes;
    }

    /** Makes what is below an entry from what was there into what has to be there. */
    void merge(ConfigurationChanges changes, List<Entry> previous, List<Entry> entries, String parent)
            throws NamingException {
        for (Entry old : previous) {
            if (counterpart(old, entries) != null) continue;
            String dn = dn(old, parent);
            if (old.type().children().isEmpty()) directory.destroySubcontext(dn);
            else directory.destroySubcontextWithChilds(dn);
            ConfigurationChanges.addModifiedObject(changes, dn, ChangeType.D);
        }
        for (Entry entry : entries) {
            Entry old = counterpart(entry, previous);
            if (old == null) store(changes, List.of(entry), parent);
            else if (!old.equals(entry)) update(changes, old, entry, dn(entry, parent));
        }
    }

    private void update(ConfigurationChanges changes, Entry old, Entry entry, String dn) throws NamingException {
        ModifiedObject change = ConfigurationChanges.addModifiedObject(changes, dn, ChangeType.U);
        List<ModificationItem> modifications = new ArrayList<>();
        Set<String> attributes = new LinkedHashSet<>(old.values().keySet());
        attributes.addAll(entry.values().keySet());
        // Compares without order: in the directory values have none.
        for (String attribute : attributes)
            LdapUtils.storeDiff(
                    change,
                    modifications,
                    attribute,
                    old.all(attribute).toArray(String[]::new),
                    entry.all(attribute).toArray(String[]::new));
        directory.modifyAttributes(dn, modifications);
        ConfigurationChanges.removeLastIfEmpty(changes, change);
        merge(changes, old.children(), entry.children(), dn);
    }

    private static Entry counterpart(Entry entry, List<Entry> others) {
        return others.stream()
                .filter(other -> other.type() == entry.type() && other.name().equals(entry.name()))
                .findFirst()
                .orElse(null);
    }

    /** The name as JNDI takes it as text: a backslash goes before slashes and backslashes of the name itself. */
    private static String dn(Entry entry, String parent) {
        String value = Rdn.escapeValue(entry.name()).replace("\\", "\\\\").replace("/", "\\/");
        return LdapUtils.dnOf(entry.type().naming(), value, parent);
    }
}
