// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.Reidentifier;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomReader;
import org.dicomanonymizer.dicom.DicomWriter;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.TransferSyntax;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.encryption.ReidentificationException.Reason;
import org.dicomanonymizer.engine.ChangeLog;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.profile.EncryptionSettings;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.standard.ProfileOption;
import org.dicomanonymizer.testing.DataSetText;
import org.dicomanonymizer.testing.TestCertificates;
import org.dicomanonymizer.testing.TestCertificates.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReversibleDeidentificationTest {
    private static final ProjectKey KEY = ProjectKey.of("a key for the tests of encryption");
    private static final Identity DOCTOR = TestCertificates.rsa("Doctor");
    private static final Identity SPONSOR = TestCertificates.rsa("Sponsor");

    private static final String CT = """
            SpecificCharacterSet CS ISO_IR 100
            SOPClassUID UI 1.2.840.10008.5.1.4.1.1.2
            SOPInstanceUID UI 1.2.3.4
            StudyDate DA 20200102
            AccessionNumber SH A-4711
            Modality CS CT
            PatientName PN Müller^Jürgen
            PatientID LO 4711
            PatientBirthDate DA 19700102
            """;

    private static Anonymizer encrypting(String... selectors) {
        return builder(selectors).build();
    }

    private static Anonymizer.Builder builder(String... selectors) {
        Anonymizer.Builder builder =
                Anonymizer.builder().key(KEY).recipients(Recipients.of(List.of(DOCTOR.certificate())));
        for (String selector : selectors) builder.rule(selector, "encrypt");
        return builder;
    }

    private static Reidentifier reidentifier() {
        return new Reidentifier(DOCTOR.keys().getPrivate());
    }

    /** De-identifies, restores, and prints what is different from a de-identification without encryption. */
    private static String restored(Anonymizer anonymizer, String before) {
        DataSet set = DataSetText.parse(before);
        anonymizer.anonymize(set);
        reidentifier().reidentify(set);
        DataSet without = DataSetText.parse(before);
        Anonymizer.builder().key(KEY).build().anonymize(without);
        List<String> lines = new ArrayList<>(DataSetText.print(set).lines().toList());
        DataSetText.print(without).lines().forEach(lines::remove);
        return String.join("\n", lines) + "\n";
    }

    @Test
    void what_is_encrypted_comes_back_and_nothing_else() {
        assertThat(restored(encrypting("PatientName", "PatientID", "SOPInstanceUID", "StudyDate"), CT))
                .isEqualTo("""
                SOPInstanceUID UI 1.2.3.4
                StudyDate DA 20200102
                PatientName PN Müller^Jürgen
                PatientID LO 4711
                PatientIdentityRemoved CS NO
                """);
    }

    @Test
    void in_the_clear_the_object_is_as_without_encryption_but_for_the_sequence() {
        DataSet set = DataSetText.parse(CT);
        DataSet without = DataSetText.parse(CT);
        encrypting("PatientName", "AccessionNumber", "StudyDate").anonymize(set);
        Anonymizer.builder().key(KEY).build().anonymize(without);
        DataSet item = set.items(0x04000500).get(0);
        assertThat(item.string(0x04000510)).isEqualTo("1.2.840.10008.1.2.1");
        assertThat(item.length(0x04000520)).isPositive().isEven();
        set.remove(0x04000500);
        assertThat(DataSetText.print(set)).isEqualTo(DataSetText.print(without));
    }

    @Test
    void what_the_profile_would_keep_is_taken_out_of_the_clear() {
        DataSet set = DataSetText.parse(CT + "SeriesNumber IS 42\n");
        builder("Modality", "SeriesNumber", "StudyDate")
                .profile(Profile.basic().withOptions(Set.of(ProfileOption.RETAIN_LONGITUDINAL_FULL_DATES)))
                .build()
                .anonymize(set);
        assertThat(DataSetText.print(set))
                .contains("StudyDate DA\n", "Modality CS OT\n", "SeriesNumber IS 0\n")
                .doesNotContain("20200102");
    }

    @Test
    void a_profile_without_the_table_can_encrypt_too() {
        DataSet set = DataSetText.parse(CT);
        Anonymizer anonymizer = builder("PatientName", "AccessionNumber")
                .profile(Profile.keepAll())
                .build();
        anonymizer.anonymize(set);
        assertThat(DataSetText.print(set))
                .contains("AccessionNumber SH\n", "PatientID LO 4711\n")
                .containsPattern("PatientName PN [A-Z]{16}\n");
        reidentifier().reidentify(set);
        assertThat(DataSetText.print(set)).startsWith(CT);
    }

    @Test
    void another_action_can_be_named_for_the_clear() {
        DataSet set = DataSetText.parse(CT);
        builder().rule("PatientName", "encrypt", "delete").build().anonymize(set);
        assertThat(set.contains(Tags.PATIENT_NAME)).isFalse();
        reidentifier().reidentify(set);
        assertThat(set.string(Tags.PATIENT_NAME)).isEqualTo("Müller^Jürgen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"keep", "encrypt", "regexp", "no_such_action"})
    void an_action_that_can_not_follow_is_refused_at_load(String then) {
        assertThatThrownBy(() -> builder().rule("PatientName", "encrypt", then))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(then);
    }

    @Test
    void a_value_in_a_sequence_comes_back_with_the_whole_attribute() {
        String nested = """
                RequestAttributesSequence SQ
                  -
                    RequestedProcedureDescription LO Head
                    ScheduledProcedureStepID SH 17
                  -
                    ScheduledProcedureStepID SH 18
                """;
        DataSet set = DataSetText.parse(CT + nested);
        encrypting("RequestAttributesSequence.ScheduledProcedureStepID").anonymize(set);
        assertThat(set.contains(0x00400275)).isFalse();
        reidentifier().reidentify(set);
        assertThat(DataSetText.print(set)).contains(nested);
    }

    private static final String IN_A_KEPT_SEQUENCE = """
            AnatomicRegionSequence SQ
              -
                CodeMeaning LO Head
                PatientName PN Doe^Jane
            """;

    private static final String IN_A_REMOVED_SEQUENCE = """
            (0009,0010) LO ACME
            (0009,1001) SQ
              -
                PatientName PN Doe^Jane
                PixelData OB 0102
            """;

    @Test
    void a_rule_reaches_every_depth_but_not_what_is_removed_with_the_sequence_around_it() {
        DataSet set = DataSetText.parse(CT + IN_A_KEPT_SEQUENCE + IN_A_REMOVED_SEQUENCE);
        encrypting("PatientName").anonymize(set);
        assertThat(DataSetText.print(set)).contains("CodeMeaning LO Head").doesNotContain("Doe");
        assertThat(reidentifier().reidentify(set).changes().keySet())
                .extracting(ChangeLog.Change::tag)
                .containsExactly(0x00082218, Tags.PATIENT_NAME);
        assertThat(DataSetText.print(set)).contains(IN_A_KEPT_SEQUENCE).doesNotContain("ACME");
    }

    @Test
    void a_path_reaches_into_sequences_that_are_removed() {
        DataSet set = DataSetText.parse(CT + IN_A_REMOVED_SEQUENCE.replace("    PixelData OB 0102\n", ""));
        encrypting("**.PatientName").anonymize(set);
        assertThat(DataSetText.print(set)).doesNotContain("Doe", "ACME");
        reidentifier().reidentify(set);
        assertThat(DataSetText.print(set)).contains(IN_A_REMOVED_SEQUENCE.replace("    PixelData OB 0102\n", ""));
    }

    @Test
    void private_elements_come_back_to_the_block_that_their_creator_has() {
        Anonymizer anonymizer = builder("(0029,\"ACME\",01)", "(0029,\"OTHER\",02)")
                .rule("(0029,\"THIRD\",05)", "keep")
                .build();
        DataSet set = DataSetText.parse(CT + """
                (0029,0010) LO ACME
                (0029,0011) LO OTHER
                (0029,0012) LO THIRD
                (0029,1001) LO secret
                (0029,1102) SQ
                  -
                    (0009,0010) LO INNER
                    (0009,1001) OB 0102
                (0029,1103) LO not selected
                (0029,1205) DS 1
                """);
        anonymizer.anonymize(set);
        assertThat(DataSetText.print(set))
                .contains("(0029,0012) LO THIRD\n(0029,1205) DS 1\n")
                .doesNotContain("ACME");
        set.setString(0x00290010, VR.LO, "LATER");
        set.setString(0x00291001, VR.LO, "taken");
        set.setString(0x00290020, VR.LO, "ACME");
        reidentifier().reidentify(set);
        assertThat(DataSetText.print(set)).contains("""
                (0029,0010) LO LATER
                (0029,0011) LO OTHER
                (0029,0012) LO THIRD
                (0029,0020) LO ACME
                (0029,1001) LO taken
                (0029,1102) SQ
                  -
                    (0009,0010) LO INNER
                    (0009,1001) OB 0102
                (0029,1205) DS 1
                (0029,2001) LO secret
                """);
    }

    @Test
    void a_private_creator_whose_block_is_taken_gets_a_free_one() {
        DataSet set = DataSetText.parse(CT + "(0029,0010) LO ACME\n(0029,1001) LO secret\n");
        encrypting("(0029,\"ACME\",01)").anonymize(set);
        set.setString(0x00290010, VR.LO, "LATER");
        reidentifier().reidentify(set);
        assertThat(DataSetText.print(set))
                .contains("(0029,0010) LO LATER\n(0029,0011) LO ACME\n(0029,1101) LO secret\n");
    }

    @Test
    void an_empty_value_comes_back_empty() {
        assertThat(restored(encrypting("PatientID"), CT.replace("LO 4711", "LO")))
                .isEqualTo("PatientID LO\nPatientIdentityRemoved CS NO\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ISO_IR 100 Müller^Jürgen",
                "ISO_IR 192 Müller^Jürgen=山田^太郎",
                "\\ISO\u00A02022\u00A0IR\u00A087 Yamada^Tarou=山田^太郎=やまだ^たろう",
                "ISO_IR 144 Люкceмбypг",
                "GB18030 Wang^XiaoDong=王^小东"
            })
    void names_of_any_character_set_come_back_byte_for_byte(String sample) {
        String[] parts = sample.split(" (?=[^ ]*$)");
        DataSet set = DicomDataSet.create();
        set.setStrings(
                Tags.SPECIFIC_CHARACTER_SET,
                VR.CS,
                List.of(parts[0].replace('\u00A0', ' ').split("\\\\", -1)));
        set.setString(Tags.PATIENT_NAME, VR.PN, parts[1]);
        DataSet inner = set.addItem(0x00081110).addItem(0x0040A170);
        inner.setString(Tags.SPECIFIC_CHARACTER_SET, VR.CS, "ISO_IR 192");
        inner.setString(Tags.PATIENT_NAME, VR.PN, "Ünal");
        String before = DataSetText.print(set);
        byte[] bytes = set.bytes(Tags.PATIENT_NAME);
        encrypting("**.PatientName").anonymize(set);
        assertThat(set.string(Tags.PATIENT_NAME)).doesNotContain(parts[1]);
        reidentifier().reidentify(set);
        assertThat(set.bytes(Tags.PATIENT_NAME)).isEqualTo(bytes);
        assertThat(DataSetText.print(set)).startsWith(before);
    }

    @Test
    void originals_follow_when_the_treatment_takes_the_object_to_UTF_8() {
        String nested = """
                ReferencedStudySequence SQ
                  -
                    PatientName PN Jürgen
                """;
        DataSet set = DataSetText.parse(CT + nested);
        builder("**.PatientName")
                .rule("Modality", "keep")
                .rule("AccessionNumber", "replace_with_value", "山田")
                .build()
                .anonymize(set);
        assertThat(set.string(Tags.SPECIFIC_CHARACTER_SET)).isEqualTo("ISO_IR 192");
        DataSet item =
                EncryptedAttributes.open(set, DOCTOR.keys().getPrivate()).get(0).item();
        assertThat(item.string(Tags.SPECIFIC_CHARACTER_SET)).isEqualTo("ISO_IR 192");
        assertThat(item.bytes(Tags.PATIENT_NAME)).startsWith("Müller^Jürgen".getBytes(StandardCharsets.UTF_8));
        reidentifier().reidentify(set);
        assertThat(DataSetText.print(set)).contains("PatientName PN Müller^Jürgen\n", nested, "SH 山田");
    }

    @Test
    void text_is_written_in_the_character_set_that_the_object_has_by_now() {
        DataSet set = DataSetText.parse(CT);
        encrypting("PatientName").anonymize(set);
        set.setString(Tags.SPECIFIC_CHARACTER_SET, VR.CS, "ISO_IR 192");
        reidentifier().reidentify(set);
        assertThat(set.string(Tags.SPECIFIC_CHARACTER_SET)).isEqualTo("ISO_IR 192");
        assertThat(set.string(Tags.PATIENT_NAME)).isEqualTo("Müller^Jürgen");
    }

    @Test
    void each_recipient_restores_alone_and_nobody_else() {
        DataSet first = DataSetText.parse(CT);
        builder("PatientName")
                .recipients(Recipients.of(List.of(SPONSOR.certificate())))
                .build()
                .anonymize(first);
        for (Identity recipient : List.of(DOCTOR, SPONSOR)) {
            DataSet copy = copy(first);
            new Reidentifier(recipient.keys().getPrivate()).reidentify(copy);
            assertThat(copy.string(Tags.PATIENT_NAME)).isEqualTo("Müller^Jürgen");
        }
        Identity stranger = TestCertificates.rsa("Stranger");
        String before = DataSetText.print(first);
        assertThatThrownBy(() -> new Reidentifier(stranger.keys().getPrivate()).reidentify(first))
                .isInstanceOfSatisfying(
                        ReidentificationException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.WRONG_KEY));
        assertThat(DataSetText.print(first)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "secp384r1", "secp521r1"})
    void a_recipient_may_have_a_key_of_an_elliptic_curve(String curve) {
        Identity ec = TestCertificates.ec(curve);
        DataSet set = DataSetText.parse(CT);
        builder("PatientName")
                .recipients(Recipients.of(List.of(ec.certificate())))
                .build()
                .anonymize(set);
        DataSet copy = copy(set);
        assertThatThrownBy(
                        () -> new Reidentifier(TestCertificates.ec(curve).keys().getPrivate()).reidentify(set))
                .isInstanceOfSatisfying(
                        ReidentificationException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.WRONG_KEY));
        new Reidentifier(ec.keys().getPrivate()).reidentify(copy);
        assertThat(copy.string(Tags.PATIENT_NAME)).isEqualTo("Müller^Jürgen");
    }

    private static DataSet copy(DataSet set) {
        DataSet copy = DicomDataSet.create();
        for (int tag : set.tags()) AttributeCopy.exact().copy(set, tag, copy, tag);
        return copy;
    }

    @Test
    void files_and_streams_of_every_encoding_come_back_and_show_nothing_meanwhile(@TempDir Path folder)
            throws IOException {
        int count = 0;
        for (TransferSyntax syntax : List.of(
                TransferSyntax.IMPLICIT_LITTLE,
                TransferSyntax.EXPLICIT_LITTLE,
                TransferSyntax.EXPLICIT_BIG,
                TransferSyntax.DEFLATED)) {
            Path original = folder.resolve("original" + count);
            Path deidentified = folder.resolve("deidentified" + count);
            Path restored = folder.resolve("restored" + count++);
            write(original, syntax);
            encrypting("PatientName", "SOPInstanceUID", "ReferencedStudySequence", "(0028,1199)")
                    .anonymize(original, deidentified);
            assertThat(contentOf(deidentified)).doesNotContain("Doe", "1.2.3.4.5");
            reidentifier().reidentify(deidentified, restored);
            try (DicomObject object = DicomReader.read(restored)) {
                assertThat(object.warnings()).isEmpty();
                assertThat(object.transferSyntax()).isEqualTo(syntax);
                assertThat(object.fileMeta().string(Tags.MEDIA_STORAGE_SOP_INSTANCE_UID))
                        .isEqualTo("1.2.3.4.5");
                assertThat(DataSetText.print(object.dataSet()))
                        .contains("""
                        SOPInstanceUID UI 1.2.3.4.5
                        ReferencedStudySequence SQ
                          -
                            PatientName PN Doe^Jane
                            SmallestImagePixelValue US 258
                        PatientName PN Doe^Jane
                        """, "PaletteColorLookupTableUID UI 1.2.3.4.5");
            }
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            reidentifier().reidentify(new ByteArrayInputStream(Files.readAllBytes(deidentified)), stream);
            assertThat(stream.toByteArray()).isEqualTo(Files.readAllBytes(restored));
        }
    }

    private static void write(Path file, TransferSyntax syntax) throws IOException {
        DicomDataSet set = DicomDataSet.create(syntax);
        set.setString(Tags.SOP_CLASS_UID, VR.UI, "1.2.840.10008.5.1.4.1.1.2");
        set.setString(Tags.SOP_INSTANCE_UID, VR.UI, "1.2.3.4.5");
        set.setString(Tags.PATIENT_NAME, VR.PN, "Doe^Jane");
        set.setString(0x00281199, VR.UI, "1.2.3.4.5");
        DataSet item = set.addItem(0x00081110);
        item.setString(Tags.PATIENT_NAME, VR.PN, "Doe^Jane");
        item.setString(0x00280106, VR.US, "258");
        try (DicomObject object = DicomObject.of(set, syntax)) {
            DicomWriter.write(object, file);
        }
    }

    private static String contentOf(Path file) throws IOException {
        try (DicomObject object = DicomReader.read(file)) {
            return Files.readString(file, StandardCharsets.ISO_8859_1) + DataSetText.print(object.dataSet());
        }
    }

    @Test
    void rules_without_recipients_are_refused_at_load() {
        assertThatThrownBy(() ->
                        Anonymizer.builder().rule("PatientName", "encrypt").build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("rule 1")
                .hasMessageContaining("no recipient");
    }

    @Test
    void recipients_without_rules_get_a_warning() {
        assertThat(builder().build().warnings()).singleElement().asString().contains("no rule");
    }

    @Test
    void a_profile_names_its_recipients_by_file(@TempDir Path folder) throws IOException {
        Path file = DOCTOR.writeCertificate(folder.resolve("doctor.pem"));
        DataSet set = DataSetText.parse(CT);
        Anonymizer.builder()
                .profile(Profile.builder("encrypting")
                        .encryption(new EncryptionSettings(List.of(file)))
                        .build())
                .rule("PatientName", "encrypt")
                .build()
                .anonymize(set);
        reidentifier().reidentify(set);
        assertThat(set.string(Tags.PATIENT_NAME)).isEqualTo("Müller^Jürgen");
    }

    @Test
    void the_search_for_identifiers_in_the_result_finds_none_in_what_is_encrypted() {
        DataSet set = DataSetText.parse(CT);
        builder("PatientName", "PatientID", "SOPInstanceUID", "AccessionNumber")
                .profile(Profile.builder("verifying").verify(true).build())
                .build()
                .anonymize(set);
        reidentifier().reidentify(set);
        assertThat(set.string(Tags.PATIENT_ID)).isEqualTo("4711");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PixelData", "FloatPixelData", "(0002,0016)"})
    void what_can_not_be_encrypted_is_refused_at_load(String selector) {
        assertThatThrownBy(() -> encrypting(selector))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("can't be encrypted");
    }

    @Test
    void pixel_data_within_a_selected_attribute_is_refused() {
        DataSet set = DataSetText.parse("IconImageSequence SQ\n  -\n    PixelData OB 0102\n");
        assertThatThrownBy(() -> encrypting("IconImageSequence").anonymize(set))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("(0088,0200)")
                .hasMessageContaining("pixel data");
    }

    @Test
    void more_than_fits_into_memory_is_refused() {
        DataSet set = DataSetText.parse(CT);
        set.setBytes(0x00420011, VR.OB, new byte[Originals.MAX_BYTES]);
        set.setString(0x00420012, VR.LO, "application/pdf");
        assertThatThrownBy(
                        () -> encrypting("EncapsulatedDocument", "PatientName").anonymize(set))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("(0042,0011)")
                .hasMessageContaining("16 MB");
    }

    @Test
    void encrypted_originals_of_an_earlier_run_are_not_hidden_behind_new_ones() {
        DataSet set = DataSetText.parse(CT);
        encrypting("PatientName").anonymize(set);
        Anonymizer later = builder("PatientName")
                .key(ProjectKey.of("the key of another project"))
                .build();
        assertThatThrownBy(() -> later.anonymize(set))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("(0400,0500)");
    }

    @Test
    void an_object_without_the_attributes_gets_no_sequence() {
        DataSet set = DataSetText.parse("Modality CS CT\n");
        encrypting("PatientName").anonymize(set);
        assertThat(set.contains(0x04000500)).isFalse();
        assertThatThrownBy(() -> reidentifier().reidentify(set))
                .isInstanceOfSatisfying(
                        ReidentificationException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.NOT_ENCRYPTED));
    }

    @Test
    void a_failure_leaves_no_file(@TempDir Path folder) throws IOException {
        Path original = folder.resolve("original");
        write(original, TransferSyntax.EXPLICIT_LITTLE);
        assertThatThrownBy(() -> reidentifier().reidentify(original, folder.resolve("restored")))
                .isInstanceOf(ReidentificationException.class)
                .hasMessageContaining("(0400,0500)");
        assertThat(folder).isDirectoryNotContaining("glob:**restored*");
    }
}
