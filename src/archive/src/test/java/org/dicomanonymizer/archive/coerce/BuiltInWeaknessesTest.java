// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dicomanonymizer.archive.coerce.TestArchive.attributes;
import static org.dicomanonymizer.archive.coerce.TestArchive.sending;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.VR;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the coercion that comes with the archive lets out, or gets wrong, and this one does not. */
class BuiltInWeaknessesTest {
    private static final String CT = CallSitesTest.CT;

    @TempDir
    Path folder;

    private TestArchive archive;

    @BeforeEach
    void start() {
        archive = new TestArchive(folder);
        archive.reload(archive.readyMade());
    }

    @Test
    void attributes_that_came_into_the_table_later_go() {
        assertThat(archive.wado(sending("basic"), attributes(CT + """
                        AcquisitionUID UI 1.2.3.77
                        ClinicalTrialSponsorName LO PLANTED
                        ClinicalTrialSubjectID LO PLANTED
                        DateOfSecondaryCapture DA 20200131
                        (0018,100A) SQ
                          -
                            UniqueDeviceIdentifier UT PLANTED
                        AdmittingDate DA 20200131
                        PerformedStationAETitle AE PLANTED
                        ContainerIdentifier LO PLANTED
                        EncapsulatedDocument OB 504C414E544544
                        MIMETypeOfEncapsulatedDocument LO application/pdf
                        SelectorLOValue LO PLANTED
                        RTPlanLabel SH PLANTED
                        RTPlanDate DA 20200131
                        """)))
                .doesNotContain("PLANTED", "20200131", "1.2.3.77", "504c414e544544");
    }

    @Test
    void a_report_keeps_its_content_and_stays_a_report() {
        archive.reload(archive.profile("reports", "\"options\": [\"CleanStructuredContent\", \"CleanDescriptors\"]"));
        assertThat(archive.wado(sending("reports"), attributes("""
                        SOPClassUID UI 1.2.840.10008.5.1.4.1.1.88.11
                        SOPInstanceUID UI 1.2.3.4
                        Modality CS SR
                        PatientName PN Doe^Jane
                        PatientID LO 4711
                        ValueType CS CONTAINER
                        ContentSequence SQ
                          -
                            RelationshipType CS CONTAINS
                            ValueType CS TEXT
                            ConceptNameCodeSequence SQ
                              -
                                CodeValue SH 121071
                                CodingSchemeDesignator SH DCM
                                CodeMeaning LO Finding
                            TextValue UT No fracture, Jane Doe was told
                        """)))
                .containsPattern("ContentSequence SQ\n  -\n(.*\n)*.*TextValue UT No fracture")
                .doesNotContain("Jane", "Doe");
    }

    @Test
    void uids_are_keyed_and_replaced_wherever_they_stand() {
        Attributes attributes = attributes(CT.replace("(0029,0010) LO ACME\n(0029,1001) LO Jane\n", ""));
        attributes.setBytes(0x00081115, VR.UN, implicitItem("1.2.3.99\0"));
        String one = archive.wado(sending("basic"), attributes);
        assertThat(one).contains("ReferencedSeriesSequence SQ").doesNotContain("1.2.3");
        String other = archive.wado(sending("basic").setCoercionParam("project", "other"), attributes(CT));
        assertThat(uid(other)).isNotEqualTo(uid(one));
        assertThat(one).doesNotContain("2.25." + unkeyed("1.2.3.4"));
    }

    /** (0008,1115) with one item that holds a Series Instance UID, as the archive keeps what it could not parse. */
    private static byte[] implicitItem(String uid) {
        byte[] text = uid.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(16 + text.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0xE000FFFE)
                .putInt(8 + text.length)
                .putInt(0x000E0020)
                .putInt(text.length)
                .put(text)
                .array();
    }

    private static String unkeyed(String uid) {
        UUID name = UUID.nameUUIDFromBytes(uid.getBytes(StandardCharsets.US_ASCII));
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(name.getMostSignificantBits())
                .putLong(name.getLeastSignificantBits())
                .array();
        return new BigInteger(1, bytes).toString();
    }

    private static String uid(String printed) {
        return printed.lines()
                .filter(line -> line.startsWith("SOPInstanceUID"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void patients_stay_apart_and_no_table_of_ids_finds_them() {
        String jane = archive.wado(sending("basic"), attributes(CT));
        String same = archive.wado(sending("basic"), attributes(CT.replace("A4711", "B1")));
        String john = archive.wado(sending("basic"), attributes(CT.replace("LO 4711", "LO 4712")));
        Pattern pseudonym = Pattern.compile("PatientID LO [BCDFGHJKLMNPQRSTVWXZ]{16}");
        assertThat(jane).containsPattern(pseudonym);
        assertThat(line(same, "PatientID")).isEqualTo(line(jane, "PatientID"));
        assertThat(line(john, "PatientID")).isNotEqualTo(line(jane, "PatientID"));
    }

    private static String line(String printed, String keyword) {
        return printed.lines()
                .filter(line -> line.startsWith(keyword))
                .findFirst()
                .orElseThrow();
    }

    /** The archive makes it of name and birth date, without any key. */
    @Test
    void the_issuer_that_the_archive_made_up_is_no_part_of_what_is_sent() {
        for (String profile : new String[] {"basic", "research", "teaching", "seed-compatible"})
            assertThat(archive.wado(sending(profile), attributes(CT))).doesNotContain("IssuerOfPatientID", "0a1b2c3d");
    }

    @Test
    void private_attributes_can_stay() {
        archive.reload(
                archive.profile(
                        "site",
                        "\"rules\": [{\"tag\": \"(0029,\\\"ACME\\\",01)\", \"action\": \"replace_with_value\", \"value\": \"kept\"}]"));
        assertThat(archive.wado(sending("site"), attributes(CT)))
                .contains("(0029,0010) LO ACME", "(0029,1001) LO kept");
    }

    @Test
    void dummies_are_legal_for_their_vr() {
        assertThat(archive.wado(
                        sending("basic"),
                        attributes(CT
                                + "ContentDate DA 20200131\nDeviceUID UI 1.2.3.9\nInstanceCreatorUID UI 1.2.3.10\n")))
                .doesNotContain("REMOVED\nDevice", "UI REMOVED", "19991111");
    }

    @Test
    void what_was_done_is_told_and_what_was_not_done_is_not_claimed() {
        assertThat(archive.wado(sending("research"), attributes(CT)))
                .contains(
                        "PatientIdentityRemoved CS YES",
                        "DeidentificationMethod LO DicomAnonymizer",
                        "113100",
                        "113107");
        assertThat(archive.wado(sending("keep-all"), attributes(CT))).doesNotContain("PatientIdentityRemoved");
    }
}
