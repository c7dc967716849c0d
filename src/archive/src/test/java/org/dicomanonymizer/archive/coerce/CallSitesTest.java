// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dicomanonymizer.archive.coerce.TestArchive.attributes;
import static org.dicomanonymizer.archive.coerce.TestArchive.print;
import static org.dicomanonymizer.archive.coerce.TestArchive.rule;
import static org.dicomanonymizer.archive.coerce.TestArchive.sending;

import java.nio.file.Path;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.BulkData;
import org.dcm4che3.data.VR;
import org.dcm4che3.net.Dimse;
import org.dcm4che3.net.TransferCapability.Role;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every place where the archive calls the coercion, with the arguments, and nulls, that it gives there. */
class CallSitesTest {
    static final String CT = """
            SOPClassUID UI 1.2.840.10008.5.1.4.1.1.2
            SOPInstanceUID UI 1.2.3.4
            StudyDate DA 20200131
            AccessionNumber SH A4711
            Modality CS CT
            InstitutionName LO Hospital
            PatientName PN Doe^Jane
            PatientID LO 4711
            IssuerOfPatientID LO DCM4CHEE.0a1b2c3d.4e5f6071
            PatientBirthDate DA 19700101
            StudyInstanceUID UI 1.2.3
            SeriesInstanceUID UI 1.2.3.1
            SamplesPerPixel US 1
            PhotometricInterpretation CS MONOCHROME2
            Rows US 1
            Columns US 1
            BitsAllocated US 16
            BitsStored US 12
            HighBit US 11
            PixelRepresentation US 0
            (0029,0010) LO ACME
            (0029,1001) LO Jane
            """;

    @TempDir
    Path folder;

    private TestArchive archive;

    @BeforeEach
    void start() {
        archive = new TestArchive(folder);
        archive.reload(archive.readyMade());
    }

    /** The table of channels: host and title of sender and receiver. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "C-GET, localhost, DCM4CHEE, peer, REMOTE, true",
                "C-MOVE, localhost, DCM4CHEE, configured, REMOTE, true",
                "export dicom:, null, DCM4CHEE, null, REMOTE, true",
                "WADO, server, DCM4CHEE, client, null, false",
                "STOW export, null, DCM4CHEE, null, null, false",
            })
    void what_the_archive_sends_is_treated(
            String channel, String sendingHost, String sendingAET, String host, String aet, boolean announced) {
        ArchiveAttributeCoercion2 rule = sending("basic");
        Attributes attributes = attributes(CT);
        String uid = announced
                ? archive.coercion.remapUID(rule, "1.2.3.4")
                : archive.profiles.current().named("basic").anonymizer().instanceUid("1.2.3.4");
        boolean coerced = archive.coercion.coerce(rule, null, sendingHost, sendingAET, host, aet, attributes, null);
        assertThat(coerced).isTrue();
        assertThat(attributes.getString(0x00080018)).isEqualTo(uid).startsWith("2.25.");
        assertThat(print(attributes))
                .contains("PatientIdentityRemoved CS YES", "Rows US 1")
                .doesNotContain("Jane", "4711", "DCM4CHEE.", "Hospital", "1970", "20200131", "ACME", "1.2.3");
    }

    @Test
    void an_object_that_was_announced_by_its_original_uid_is_refused() {
        Attributes attributes = attributes(CT);
        assertThatThrownBy(() -> archive.coercion.coerce(
                        sending("basic"), null, "h", "DCM4CHEE", "h", "REMOTE", attributes, null))
                .isInstanceOf(CoercionRefusedException.class)
                .hasMessageContaining("announced the original SOP Instance UID");
        archive.reload(archive.profile("uids", "\"options\": [\"RetainUIDs\"]"));
        archive.coercion.coerce(sending("uids"), null, "h", "DCM4CHEE", "h", "REMOTE", attributes(CT), null);
    }

    @Test
    void metadata_hold_no_address_that_is_made_of_original_uids() {
        Attributes attributes = attributes(CT);
        attributes.setValue(0x7FE00010, VR.OW, bulk("http://host/studies/1.2.3/series/1.2.3.1/instances/1.2.3.4"));
        Attributes item = new Attributes();
        attributes.newSequence(0x54000100, 1).add(item);
        item.setValue(0x54001010, VR.OW, bulk("http://host/studies/1.2.3/bulkdata/54000100/1/54001010"));
        String printed = archive.wado(sending("research"), attributes);
        assertThat(attributes.contains(0x7FE00010)).isFalse();
        assertThat(printed).contains("PatientIdentityRemoved CS YES").doesNotContain("54001010", "PixelData");
    }

    /** Only the database gets it: the stored file is not de-identified and must not be called so. */
    @Test
    void what_the_archive_receives_is_treated_without_originals_being_kept_or_marks_being_set() {
        Attributes attributes = attributes(CT);
        BulkData pixels = bulk("");
        attributes.setValue(0x7FE00010, VR.OW, pixels);
        Attributes modified = new Attributes();
        boolean coerced = archive.coercion.coerce(
                rule("research", Role.SCU, Dimse.C_STORE_RQ),
                null,
                "peer",
                null,
                "local",
                "DCM4CHEE",
                attributes,
                modified);
        assertThat(coerced).isTrue();
        assertThat(modified.isEmpty()).isTrue();
        assertThat(attributes.remove(0x7FE00010)).isSameAs(pixels);
        assertThat(print(attributes))
                .doesNotContain("Jane", "4711", "Deidentification", "PatientIdentityRemoved", "LongitudinalTemporal");
    }

    @Test
    void marks_of_what_is_received_stay_as_they_came() {
        Attributes attributes = attributes(CT.replace(
                "StudyInstanceUID UI 1.2.3\n",
                "PatientIdentityRemoved CS NO\nDeidentificationMethodCodeSequence SQ\n  -\n    CodeValue SH 1\n"
                        + "StudyInstanceUID UI 1.2.3\n"));
        archive.coercion.coerce(
                rule("basic", Role.SCU, Dimse.C_STORE_RQ), null, null, null, null, null, attributes, new Attributes());
        assertThat(print(attributes))
                .contains(
                        "PatientIdentityRemoved CS NO\nDeidentificationMethodCodeSequence SQ\n  -\n    CodeValue SH 1\n")
                .doesNotContain("DeidentificationMethod LO");
    }

    /** Spool files are gone when received objects are coerced; what a site keeps by name is not verified. */
    @Test
    void a_value_that_can_not_be_read_on_receiving_is_refused_where_it_would_have_to_be_verified() {
        ArchiveAttributeCoercion2 rule = rule("verified", Role.SCU, Dimse.C_STORE_RQ);
        Attributes attributes = attributes(CT);
        attributes.setValue(0x00281221, VR.OW, bulk("file:///gone/1.2.3.4"));
        archive.reload(archive.profile("verified", "\"verify\": true"));
        assertThatThrownBy(() -> archive.coercion.coerce(
                        rule, null, null, null, null, null, new Attributes(attributes), new Attributes()))
                .isInstanceOf(CoercionRefusedException.class)
                .hasMessageContaining("(0028,1221)")
                .hasMessageContaining("of an object that is being received it never can")
                .hasMessageNotContaining("1.2.3.4")
                .hasNoCause();
        archive.reload(archive.profile(
                "verified", "\"verify\": true", "\"rules\": [{\"tag\": \"(0028,1221)\", \"action\": \"keep\"}]"));
        archive.coercion.coerce(rule, null, null, null, null, null, attributes, new Attributes());
        assertThat(attributes.contains(0x00281221)).isTrue();
    }

    @Test
    void answers_to_queries_agree_with_the_objects_and_have_no_other_attributes() {
        Attributes object = attributes(CT);
        archive.wado(sending("research"), object);
        Attributes answer = attributes("""
                StudyDate DA 20200131
                AccessionNumber SH A4711
                QueryRetrieveLevel CS STUDY
                RetrieveAETitle AE DCM4CHEE
                InstanceAvailability CS ONLINE
                ModalitiesInStudy CS CT
                PatientName PN Doe^Jane
                PatientID LO 4711
                IssuerOfPatientID LO DCM4CHEE.0a1b2c3d.4e5f6071
                PatientBirthDate DA 19700101
                StudyInstanceUID UI 1.2.3
                NumberOfStudyRelatedInstances IS 17
                (7777,0010) LO DCM4CHEE Archive 5
                (7777,1027) DT 20200131
                """);
        archive.coercion.coerce(
                rule("research", Role.SCU, Dimse.C_FIND_RSP), null, null, null, null, "DCM4CHEE", answer, null);
        for (int tag : new int[] {0x00080020, 0x00100010, 0x00100020, 0x0020000D})
            assertThat(answer.getString(tag)).isNotEmpty().isEqualTo(object.getString(tag));
        assertThat(print(answer))
                .contains(
                        "QueryRetrieveLevel CS STUDY", "ModalitiesInStudy CS CT", "NumberOfStudyRelatedInstances IS 17")
                .doesNotContain(
                        "PatientIdentityRemoved", "Deidentification", "RetrieveAETitle", "Jane", "4711", "1970");
    }

    @Test
    void an_answer_may_have_next_to_nothing() {
        Attributes answer = new Attributes();
        archive.coercion.coerce(
                rule("research", Role.SCU, Dimse.C_FIND_RSP), null, null, null, null, null, answer, null);
        assertThat(answer.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "SCU, C_FIND_RQ, keys of queries",
        "SCP, C_FIND_RQ, keys of queries",
        "SCP, C_FIND_RSP, needs the originals",
        "SCU, N_CREATE_RQ, performed procedure step",
        "SCU, N_SET_RQ, performed procedure step",
        "SCP, C_MOVE_RQ, nothing that can be de-identified",
    })
    void everything_else_is_refused_with_the_reason(Role role, Dimse dimse, String reason) {
        Attributes attributes = attributes("PatientName PN Doe^Jane\nPatientID LO 4711\n");
        assertThatThrownBy(() -> archive.coercion.coerce(
                        rule("basic", role, dimse), null, null, null, null, null, attributes, new Attributes()))
                .isInstanceOf(CoercionRefusedException.class)
                .hasMessageStartingWith("anonymize:basic, coercion rule \"Deid\": " + dimse + " with role " + role)
                .hasMessageContaining(reason)
                .hasNoCause();
    }

    static BulkData bulk(String uri) {
        return new BulkData(null, uri, false);
    }
}
