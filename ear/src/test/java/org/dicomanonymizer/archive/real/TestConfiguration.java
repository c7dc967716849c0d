// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.real;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What checks add to the configuration of an archive. What an earlier run has left under the same names is replaced; everything
 * that was added goes with {@link RealArchive#removeAll}. In force after {@link RealArchive#reload}.
 */
final class TestConfiguration {
    private final RealArchive archive;

    TestConfiguration(RealArchive archive) {
        this.archive = archive;
    }

    /** An application entity of the archive, like the one that it has, with a web application; studies can be deleted through it. */
    void entity(String title, Attribute... more) throws LDAPException, LDIFException {
        archive.remove("dicomAETitle=" + title + "," + archive.device);
        List<Attribute> attributes = new ArrayList<>(Arrays.asList(more));
        attributes.add(new Attribute("dcmAllowDeleteStudyPermanently", "ALWAYS"));
        archive.copyEntity(archive.aet, title, attributes.toArray(Attribute[]::new));
        webApplication(title, title, "rs", "WADO_RS", "QIDO_RS", "DCM4CHEE_ARC_AET");
    }

    /** A web application of the archive for one of its application entities. */
    void webApplication(String name, String title, String service, String... classes)
            throws LDAPException, LDIFException {
        List<String> lines = new ArrayList<>(List.of(
                "objectClass: dcmWebApp",
                "dcmWebAppName: " + name,
                "dicomAETitle: " + title,
                "dcmWebServicePath: /dcm4chee-arc/aets/" + title + "/" + service));
        for (String serviceClass : classes) lines.add("dcmWebServiceClass: " + serviceClass);
        add("dcmWebAppName=" + name + "," + archive.device, lines.toArray(String[]::new));
    }

    /** A profile, with more lines of LDIF. */
    void profile(String name, String key, String... more) throws LDAPException, LDIFException {
        List<String> lines = new ArrayList<>(
                List.of("objectClass: danProfile", "danProfileName: " + name, "danKeyFile: " + key, "danVerify: TRUE"));
        lines.addAll(List.of(more));
        add("danProfileName=" + name + "," + archive.device, lines.toArray(String[]::new));
    }

    /** Has an application entity treat objects by a profile. */
    void rule(String aet, String dimse, String role, String profile) throws LDAPException, LDIFException {
        add(
                ruleEntry(aet, dimse, role),
                "objectClass: dcmArchiveAttributeCoercion2",
                "cn: " + dimse + " " + role,
                "dcmDIMSE: " + dimse,
                "dicomTransferRole: " + role,
                "dcmURI: anonymize:" + profile,
                "dcmRulePriority: 100");
    }

    /** Has a rule use another profile. */
    void useProfile(String aet, String dimse, String role, String profile) throws LDAPException {
        archive.set(ruleEntry(aet, dimse, role), "dcmURI", "anonymize:" + profile);
    }

    private String ruleEntry(String aet, String dimse, String role) {
        return "cn=" + dimse + " " + role + ",dicomAETitle=" + aet + "," + archive.device;
    }

    /** A receiver that objects can be sent to by its title, on this machine. */
    void receiver(String title, int port) throws LDAPException, LDIFException {
        String name = "dicomAETitle=" + title;
        String place = "dicomDeviceName=" + title + ",cn=Devices," + archive.root;
        add(
                name + ",cn=Unique AE Titles Registry," + archive.root,
                "objectClass: dicomUniqueAETitle",
                "dicomAETitle: " + title);
        add(place, "objectClass: dicomDevice", "dicomDeviceName: " + title, "dicomInstalled: TRUE");
        add(
                "cn=dicom," + place,
                "objectClass: dicomNetworkConnection",
                "cn: dicom",
                "dicomHostname: " + host(),
                "dicomPort: " + port);
        add(
                name + "," + place,
                "objectClass: dicomNetworkAE",
                "dicomAETitle: " + title,
                "dicomAssociationInitiator: TRUE",
                "dicomAssociationAcceptor: TRUE",
                "dicomNetworkConnectionReference: cn=dicom," + place);
    }

    /** A web application on this machine that objects can be sent to by STOW-RS, under its name. */
    void stowReceiver(String name, int port) throws LDAPException, LDIFException {
        String place = "dicomDeviceName=" + name + ",cn=Devices," + archive.root;
        add(
                "dcmWebAppName=" + name + ",cn=Unique Web Application Names Registry," + archive.root,
                "objectClass: dcmUniqueWebAppName",
                "dcmWebAppName: " + name);
        add(
                place,
                "objectClass: dicomDevice",
                "objectClass: dcmDevice",
                "dicomDeviceName: " + name,
                "dicomInstalled: TRUE");
        add(
                "cn=http," + place,
                "objectClass: dicomNetworkConnection",
                "objectClass: dcmNetworkConnection",
                "cn: http",
                "dicomHostname: " + host(),
                "dicomPort: " + port,
                "dcmProtocol: HTTP");
        add(
                "dcmWebAppName=" + name + "," + place,
                "objectClass: dcmWebApp",
                "dcmWebAppName: " + name,
                "dcmWebServicePath: /stow",
                "dcmWebServiceClass: STOW_RS",
                "dicomNetworkConnectionReference: cn=http," + place);
    }

    private static String host() {
        return RealArchive.setting("archive.receiver").orElse("127.0.0.1");
    }

    /** A queue of tasks that are tried again after a second, and has the archive look every second for what is due. */
    void queue(String name) throws LDAPException, LDIFException {
        add(
                "dcmQueueName=" + name + "," + archive.device,
                "objectClass: dcmQueue",
                "dcmQueueName: " + name,
                "dcmMaxRetries: 100",
                "dcmRetryDelay: PT1S");
        archive.change(archive.device, "dcmTaskPollingInterval", "PT1S");
    }

    /** Has an application entity export each study that it receives something of. */
    void exportRule(String aet, String exporter) throws LDAPException, LDIFException {
        add(
                "cn=" + exporter + ",dicomAETitle=" + aet + "," + archive.device,
                "objectClass: dcmExportRule",
                "cn: " + exporter,
                "dcmEntity: Study",
                "dcmDuration: PT1S",
                "dcmExporterID: " + exporter);
    }

    /** An exporter of the archive for objects of one of its application entities, whose tasks wait in a queue. */
    void exporter(String id, String uri, String aet, String queue, String... more) throws LDAPException, LDIFException {
        List<String> lines = new ArrayList<>(List.of(
                "objectClass: dcmExporter",
                "dcmExporterID: " + id,
                "dcmURI: " + uri,
                "dicomAETitle: " + aet,
                "dcmQueueName: " + queue));
        lines.addAll(List.of(more));
        add("dcmExporterID=" + id + "," + archive.device, lines.toArray(String[]::new));
    }

    /** Any entry, in place of one of the same name; lines as in LDIF. */
    void add(String dn, String... lines) throws LDAPException, LDIFException {
        archive.remove(dn);
        List<String> ldif = new ArrayList<>(List.of("dn: " + dn));
        ldif.addAll(List.of(lines));
        archive.add(ldif.toArray(String[]::new));
    }
}
