// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.action.Actions;
import org.dicomanonymizer.action.Parameter;
import org.dicomanonymizer.action.Parameters;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomReader;
import org.dicomanonymizer.dicom.DicomWriter;
import org.dicomanonymizer.dicom.Element;
import org.dicomanonymizer.dicom.FieldList;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.TransferSyntax;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.identity.Pseudonymizer;
import org.dicomanonymizer.identity.Subject;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.standard.ProfileOption;
import org.dicomanonymizer.testing.DataSetText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that is printed, logged or thrown repeats a value of the data set, or the key. */
class SilenceTest {
    private static final String SECRET = "a secret that nobody may see";
    private static final String NAMES = """
            SOPInstanceUID UI 1.2.3.JANE
            StudyDate DA JANE
            StudyTime TM JANE
            PatientName PN JANE
            PatientID LO JANE
            PatientAge AS JANE
            PatientSex CS JANE
            PatientWeight DS JANE
            SeriesNumber IS JANE
            RequestAttributesSequence SQ
              -
                RequestedProcedureID SH JANE
            """;

    @TempDir
    private Path folder;

    @Test
    void no_public_type_shows_a_value_in_its_text() throws IOException {
        ProjectKey key = ProjectKey.of(SECRET);
        Anonymizer anonymizer = Anonymizer.builder().key(key).build();
        List<Object> shown = new ArrayList<>();
        Path file = folder.resolve("in.dcm");
        DataSet set = DataSetText.parse(NAMES);
        DicomWriter.write(DicomObject.of((DicomDataSet) set, TransferSyntax.EXPLICIT_LITTLE), file);
        Preview preview = anonymizer.preview(file);
        shown.addAll(List.of(set, set.items(0x00400275), new Element(set, Tags.PATIENT_NAME), Subject.of(set), key));
        shown.addAll(List.of(new Pseudonymizer(key), anonymizer, anonymizer.profile(), anonymizer.keyId(), preview));
        shown.addAll(List.of(
                preview.lines(),
                preview.log(),
                preview.log().changes(),
                preview.log().totals()));
        try (DicomObject object = DicomReader.read(file)) {
            shown.addAll(List.of(object, object.dataSet(), object.dataSet().characterSet(), object.warnings()));
        }
        assertThat(shown.toString()).doesNotContain("JANE", SECRET);
    }

    @Test
    void no_exception_quotes_a_value_whatever_the_rules_are() throws IOException {
        StringWriter thrown = new StringWriter();
        int refusals = 0;
        for (String vr : List.of("UI", "DA", "TM", "PN", "LO", "AS", "CS", "DS", "IS", "SH"))
            for (String[] action : new String[][] {
                {"regexp", "JA(NE)", "\\1\\1JANEJANEJANE!"},
                {"regexp", "^", "\u5c71"},
                {"regexp", "(.*)*x", ""},
                {"pseudonym", "a very long prefix that fits nowhere, since it has more than any text of 64"},
                {"hash", "32"},
                {"replace_with_value", "2020"}
            }) {
                if (!Actions.named(action[0]).create(parameters(action)).supports(VR.valueOf(vr))) continue;
                try {
                    Anonymizer.builder()
                            .profile(Profile.keepAll())
                            .rule("VR:" + vr, action[0], Arrays.copyOfRange(action, 1, action.length))
                            .build()
                            .anonymize(DataSetText.parse(NAMES));
                } catch (RuntimeException e) {
                    refusals++;
                    e.printStackTrace(new PrintWriter(thrown));
                }
            }
        assertThat(refusals).isPositive();
        assertThat(thrown.toString()).doesNotContain("JANE");
    }

    private static Parameters parameters(String... action) {
        Map<String, String> values = new LinkedHashMap<>();
        List<Parameter> names = Actions.named(action[0]).parameters();
        for (int i = 1; i < action.length; i++) values.put(names.get(i - 1).name(), action[i]);
        return new Parameters(action[0], values);
    }

    @Test
    void no_option_stumbles_over_values_that_are_none() {
        for (ProfileOption option : List.of(
                ProfileOption.RETAIN_LONGITUDINAL_FULL_DATES,
                ProfileOption.RETAIN_LONGITUDINAL_MODIFIED_DATES,
                ProfileOption.RETAIN_PATIENT_CHARACTERISTICS,
                ProfileOption.RETAIN_UIDS)) {
            DataSet set =
                    DataSetText.parse(NAMES.replace("PatientSex CS JANE\n", "").replace("PatientWeight DS JANE\n", ""));
            Anonymizer.builder()
                    .profile(Profile.basic().withOptions(Set.of(option)))
                    .build()
                    .anonymize(set);
            assertThat(DataSetText.print(set).replace("SeriesNumber IS JANE", ""))
                    .as(option.text())
                    .doesNotContain("JANE");
        }
    }

    @Test
    void fields_that_make_no_sense_are_refused_without_being_quoted() {
        StringWriter thrown = new StringWriter();
        for (Object id : List.of("JANE", List.of("JANE", 1), 1.5))
            try {
                FieldList.toDataSet(List.of(Map.of("id", id, "type", "LO", "value", "JANE")));
            } catch (RuntimeException e) {
                e.printStackTrace(new PrintWriter(thrown));
            }
        assertThat(thrown.toString()).contains("names no tag").doesNotContain("JANE");
    }

    @Test
    void what_can_not_be_read_is_told_without_being_quoted() throws IOException {
        Path file = folder.resolve("in.dcm");
        DicomDataSet set = (DicomDataSet) DataSetText.parse(NAMES);
        DicomWriter.write(DicomObject.of(set, TransferSyntax.EXPLICIT_LITTLE), file);
        byte[] whole = Files.readAllBytes(file);
        StringWriter thrown = new StringWriter();
        for (int length = 1; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            for (int i = 132; i < length; i++) if (i % 37 == length % 37) part[i] ^= 0x20;
            try {
                Anonymizer.builder().build().anonymize(new ByteArrayInputStream(part), new ByteArrayOutputStream());
            } catch (IOException | RuntimeException e) {
                e.printStackTrace(new PrintWriter(thrown));
            }
        }
        assertThat(thrown.toString()).isNotEmpty().doesNotContain("JANE", "jane");
        assertThat(new String(whole, ISO_8859_1)).contains("JANE");
    }
}
