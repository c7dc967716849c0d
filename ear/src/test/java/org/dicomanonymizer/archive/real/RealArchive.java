// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.real;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A running archive at a site: its REST services, and its configuration in LDAP. Told by system properties {@code archive.*}. */
final class RealArchive implements AutoCloseable {
    private static final String DEVICE = "dcm4chee-arc";
    private static final String DEFAULT_BASE = "dc=dcm4che,dc=org";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Login login = new Login(client);
    private final String url = required("archive.url");
    private final LDAPConnection ldap;
    private final List<String> added = new ArrayList<>();
    private final List<ModifyRequest> changed = new ArrayList<>();

    /** Application entity title that the originals are stored by. */
    final String aet;

    final String host;
    final int port;

    /** Entry of the archive's device. */
    final String device;

    /** Entry of which all devices, titles and web applications are. */
    final String root;

    RealArchive() throws LDAPException {
        String[] dicom = required("archive.dicom").split("[@:]");
        if (dicom.length != 3) throw new IllegalArgumentException("archive.dicom: AET@HOST:PORT is expected");
        aet = dicom[0];
        host = dicom[1];
        port = Integer.parseInt(dicom[2]);
        LDAPURL address = new LDAPURL(required("archive.ldap"));
        DN base = address.getBaseDN().isNullDN() ? new DN(DEFAULT_BASE) : address.getBaseDN();
        ldap = new LDAPConnection(address.getHost(), address.getPort());
        ldap.bind(
                setting("archive.ldap.bind").orElse("cn=admin," + DEFAULT_BASE),
                setting("archive.ldap.password").orElseThrow());
        String name = setting("archive.device").orElse(DEVICE);
        Filter filter = Filter.createANDFilter(
                Filter.createEqualityFilter("objectClass", "dicomDevice"),
                Filter.createEqualityFilter("dicomDeviceName", name));
        SearchResultEntry entry = ldap.searchForEntry(base.toString(), SearchScope.SUB, filter, "1.1");
        if (entry == null) throw new IllegalArgumentException("archive.device: no device " + name + " below " + base);
        device = entry.getDN();
        root = entry.getParsedDN().getParent().getParent().toString();
    }

    /** A setting by system property, or by the environment ({@code archive.ldap.password} as {@code ARCHIVE_LDAP_PASSWORD}). */
    static Optional<String> setting(String property) {
        String variable = property.replace('.', '_').toUpperCase(Locale.ROOT);
        return Optional.ofNullable(System.getProperty(property, System.getenv(variable)));
    }

    static String required(String property) {
        return setting(property).orElseThrow(() -> new IllegalArgumentException("-D" + property + " is missing"));
    }

    HttpResponse<byte[]> get(String path, String accept) throws IOException, InterruptedException {
        return send("GET", path, accept);
    }

    HttpResponse<byte[]> send(String method, String path, String accept) throws IOException, InterruptedException {
        return send(request(path).method(method, BodyPublishers.noBody()).header("Accept", accept));
    }

    /** Posts a list of values separated by commas. */
    HttpResponse<byte[]> postCsv(String path, String lines) throws IOException, InterruptedException {
        return send(request(path).POST(BodyPublishers.ofString(lines)).header("Content-Type", "text/csv"));
    }

    private HttpRequest.Builder request(String path) throws IOException, InterruptedException {
        return login.identify(HttpRequest.newBuilder(URI.create(url + path)));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** Has the archive take its configuration anew. */
    void reload() throws IOException, InterruptedException {
        int status = send("POST", "/ctrl/reload", "*/*").statusCode();
        if (status != 204) throw new IOException("ctrl/reload: status " + status);
    }

    /** Adds an entry, which {@link #removeAll} takes away. */
    void add(String... ldif) throws LDAPException, LDIFException {
        add(new Entry(ldif));
    }

    private void add(Entry entry) throws LDAPException {
        ldap.add(entry);
        added.add(entry.getDN());
    }

    /** Gives the device another application entity, with all that one of its own has below it, as its services. */
    void copyEntity(String from, String to, Attribute... more) throws LDAPException {
        String suffix = ",dicomAETitle=" + from + "," + device;
        String copied = ",dicomAETitle=" + to + "," + device;
        List<SearchResultEntry> entries = new ArrayList<>(
                ldap.search(suffix.substring(1), SearchScope.SUB, Filter.createPresenceFilter("objectClass"))
                        .getSearchEntries());
        entries.sort(Comparator.comparingInt(entry -> entry.getDN().length()));
        for (SearchResultEntry entry : entries) {
            Entry copy = entry.duplicate();
            String place = "," + entry.getDN();
            copy.setDN((place.substring(0, place.length() - suffix.length()) + copied).substring(1));
            if (place.length() == suffix.length()) {
                copy.setAttribute("dicomAETitle", to);
                for (Attribute attribute : more) copy.setAttribute(attribute);
            }
            add(copy);
        }
    }

    void set(String dn, String attribute, String value) throws LDAPException {
        ldap.modify(dn, new Modification(ModificationType.REPLACE, attribute, value));
    }

    /** Sets an attribute of an entry that was there before, which {@link #removeAll} takes back. */
    void change(String dn, String attribute, String value) throws LDAPException {
        String[] before = ldap.getEntry(dn, attribute).getAttributeValues(attribute);
        Modification back =
                new Modification(ModificationType.REPLACE, attribute, before == null ? new String[0] : before);
        set(dn, attribute, value);
        changed.add(new ModifyRequest(dn, back));
    }

    /** Removes entries with all below them, if they are there. */
    void remove(String dn) throws LDAPException {
        if (ldap.getEntry(dn, "1.1") == null) return;
        List<String> below = new ArrayList<>();
        for (SearchResultEntry entry : ldap.search(
                        dn, SearchScope.SUB, Filter.createPresenceFilter("objectClass"), "1.1")
                .getSearchEntries()) below.add(entry.getDN());
        below.sort(Comparator.comparingInt(String::length).reversed());
        for (String entry : below) ldap.delete(entry);
    }

    /** Takes away every entry that was added here, and takes back every change. */
    void removeAll() throws LDAPException {
        for (ModifyRequest back : changed) ldap.modify(back);
        changed.clear();
        for (int i = added.size() - 1; i >= 0; i--) {
            try {
                ldap.delete(added.get(i));
            } catch (LDAPException e) {
                if (!e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) throw e;
            }
        }
        added.clear();
    }

    @Override
    public void close() {
        ldap.close();
    }
}
