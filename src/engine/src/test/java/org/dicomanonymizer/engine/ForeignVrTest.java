// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.action.ActionFactory;
import org.dicomanonymizer.action.Actions;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomWriter;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.TransferSyntax;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.standard.Edition;
import org.dicomanonymizer.standard.ProfileOption;
import org.dicomanonymizer.standard.TableRow;
import org.dicomanonymizer.testing.DataSetText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every VR with every action: no exception, and no value that stays because it was written under an odd VR. */
class ForeignVrTest {
    private static final ProjectKey KEY = ProjectKey.of("a key for tests only");
    private static final int UNLISTED_SEQUENCE = 0x00081115;
    private static final String TEXT = "PLANTED^JANE1234";

    @TempDir
    private static Path folder;

    private final Anonymizer anonymizer = Anonymizer.builder().key(KEY).build();

    @ParameterizedTest
    @EnumSource
    void no_listed_attribute_keeps_its_value_whatever_VR_it_was_written_under(VR vr) throws IOException {
        List<String> left = new ArrayList<>();
        for (String sopClass : List.of(PlantedRow.CT, "1.2.3.4")) { // of the other, any attribute may be required
            for (TableRow row : Edition.latest().rows()) {
                if (row.tag().value() == Tags.ENCAPSULATED_DOCUMENT && vr.kind() == VR.Kind.BYTES)
                    continue; // is refused
                DataSet root = DicomDataSet.create();
                root.setString(Tags.SOP_CLASS_UID, VR.UI, sopClass);
                plant(root, row.tag().value(), vr);
                plant(root.addItem(UNLISTED_SEQUENCE), row.tag().value(), vr);
                anonymizer.anonymize(root);
                if (written(root).matches("(?s).*(PLANTED|JANE).*")) left.add(row.keyword());
            }
        }
        assertThat(left).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CLEAN_PIXEL_DATA", "CLEAN_RECOGNIZABLE_VISUAL_FEATURES", "CLEAN_DESCRIPTORS"})
    void no_option_keeps_what_its_attributes_can_not_hold(ProfileOption option) throws IOException {
        Anonymizer retaining = Anonymizer.builder()
                .key(KEY)
                .profile(Profile.basic().withOptions(Set.of(option)))
                .build();
        List<String> left = new ArrayList<>();
        for (TableRow row : Edition.latest().rows()) {
            if (row.vr() == null || row.vr().kind() == VR.Kind.TEXT || row.tag().value() == Tags.ENCAPSULATED_DOCUMENT)
                continue;
            for (VR vr : List.of(VR.OB, VR.UT, VR.US)) {
                if (row.vr().kind() == vr.kind() || row.vr() == VR.UR && vr.isString()) continue;
                DataSet root = PlantedRow.object();
                plant(root, row.tag().value(), vr);
                retaining.anonymize(root);
                if (written(root).matches("(?s).*(PLANTED|JANE).*")) left.add(row.keyword() + " " + vr);
            }
        }
        assertThat(left).isEmpty();
    }

    /** All but the one that takes no mask. */
    static Stream<ActionFactory> actions() {
        return Actions.all().stream().filter(factory -> !factory.name().equals("add"));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void every_action_takes_every_VR(ActionFactory action) throws IOException {
        List<String> faults = new ArrayList<>();
        for (Profile profile : List.of(Profile.basic(), Profile.keepAll())) {
            for (int tag : new int[] {
                Tags.PATIENT_NAME,
                Tags.SOP_INSTANCE_UID,
                Tags.STUDY_DATE,
                0x0040A730,
                0x00080070,
                0x00283006,
                0x00291010,
                Tags.PIXEL_DATA,
                0x0018FFF1
            }) {
                Anonymizer every = masked(profile, tag, action);
                for (VR vr : VR.values())
                    for (int size = 0; size < 3; size++) faults.addAll(treat(every, tag, vr, size));
            }
        }
        assertThat(faults).isEmpty();
    }

    private static String table() {
        try {
            return Files.writeString(folder.resolve("table.csv"), "7,8\n").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A mask, since a rule on the tag itself is refused when it is loaded. */
    private static Anonymizer masked(Profile profile, int tag, ActionFactory action) {
        String digits = String.format("%08X", tag);
        String[] arguments = action.parameters().stream()
                .filter(parameter -> parameter.required())
                .map(parameter -> parameter.file() ? table() : parameter.name().equals("find") ? ".+" : "7")
                .toArray(String[]::new);
        Anonymizer.Builder builder = Anonymizer.builder().profile(profile).key(KEY);
        return action.name().equals("encrypt")
                ? builder.build()
                : builder.rule(
                                "(" + digits.substring(0, 4) + "," + digits.substring(4, 7) + "x)",
                                action.name(),
                                arguments)
                        .build();
    }

    private static List<String> treat(Anonymizer anonymizer, int tag, VR vr, int size) throws IOException {
        DataSet root = PlantedRow.object();
        if (Tag.isPrivate(tag)) root.setString(Tag.creatorOf(tag), VR.LO, "ACME");
        if (vr == VR.SQ) for (int i = 0; i < size; i++) root.addItem(tag);
        else root.setBytes(tag, vr, Arrays.copyOf(TEXT.getBytes(StandardCharsets.US_ASCII), size * TEXT.length()));
        if (vr == VR.SQ && size == 0) root.setEmptySequence(tag);
        try {
            anonymizer.anonymize(root);
            written(root);
            return List.of();
        } catch (RefusedException e) {
            return e.getMessage().contains("JANE") ? List.of("message quotes the value: " + e) : List.of();
        } catch (RuntimeException e) {
            return List.of(Tag.toString(tag) + " " + vr + " " + size + ": " + e);
        }
    }

    @Test
    void a_UID_written_as_bytes_is_mapped_like_any_other() {
        assertThat(treat("SOPInstanceUID OB 312e322e332e34\nReferencedFrameOfReferenceUID UI 1.2.3.4\n"))
                .matches("SOPInstanceUID UI (2\\.25\\.\\d+)\nReferencedFrameOfReferenceUID UI \\1\n");
    }

    @Test
    void a_patient_written_under_odd_VRs_gets_the_usual_pseudonym() {
        assertThat(treat("PatientName OB 446f65\nPatientID DS 1\n"))
                .isEqualTo(treat("PatientName PN Doe\nPatientID LO 1\n"));
    }

    @Test
    void what_an_unlisted_attribute_can_not_hold_goes() {
        assertThat(treat("""
                        Manufacturer LO ACME
                        ManufacturerModelName PN Doe^Jane
                        SliceThickness UT Jane Doe
                        SpacingBetweenSlices LO 2.5
                        RadiopharmaceuticalInformationSequence OB 4a616e65
                        Rows LT Jane Doe
                        Columns IS 512
                        RescaleIntercept OB 4a616e65
                        """)).isEqualTo("Manufacturer LO ACME\nSpacingBetweenSlices LO 2.5\nColumns IS 512\n");
    }

    @Test
    void what_an_option_keeps_is_not_kept_as_bytes() {
        DataSet set = DataSetText.parse("StationAETitle OB 4a616e65\nStudyDate OB 4a616e65\nStudyTime LT Jane\n");
        Anonymizer.builder()
                .key(KEY)
                .profile(Profile.basic()
                        .withOptions(Set.of(
                                ProfileOption.RETAIN_DEVICE_IDENTITY, ProfileOption.RETAIN_LONGITUDINAL_FULL_DATES)))
                .build()
                .anonymize(set);
        assertThat(DataSetText.print(set)).doesNotContain("Jane", "4a616e65");
    }

    @Test
    void a_name_is_never_kept_because_the_table_does_not_list_its_attribute() {
        assertThat(treat("EvaluatorName PN Smith\n")).isEqualTo("EvaluatorName PN ANONYMIZED\n");
    }

    @Test
    void text_in_a_structural_UID_goes() {
        assertThat(treat(
                        "ReferencedSOPClassUID UI Jane Doe\nSOPClassesInStudy UI 1.2.840.10008.5.1.4.1.1.2\\1.2 Doe\n"))
                .doesNotContain("Doe")
                .contains("\\2.25.", "UI 1.2.840.10008.5.1.4.1.1.2");
    }

    @Test
    void withdrawn_placeholders_of_the_dictionary_are_unknown_attributes() {
        assertThat(treat("(0028,0020) LO Jane Doe\n(0018,9445) OB 4a616e65\n")).isEmpty();
    }

    private String treat(String before) {
        DataSet set = DataSetText.parse(before);
        anonymizer.anonymize(set);
        for (int tag : set.tags()) if (Tag.group(tag) == 0x0012 || tag == 0x00280303) set.remove(tag);
        return DataSetText.print(set);
    }

    private static void plant(DataSet set, int tag, VR vr) {
        if (vr == VR.SQ) set.addItem(tag).setString(Tags.PATIENT_NAME, VR.PN, TEXT);
        else set.setBytes(tag, vr, TEXT.getBytes(StandardCharsets.US_ASCII));
    }

    private static String written(DataSet root) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(DicomObject.of((DicomDataSet) root, TransferSyntax.EXPLICIT_LITTLE), out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }
}
