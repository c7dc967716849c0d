// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomWriter;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.TransferSyntax;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.profile.Profile.OnDeidentified;
import org.dicomanonymizer.testing.DataSetText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same object treated twice. */
class DeidentifiedBeforeTest {
    private static final String ORIGINAL = """
            SOPClassUID UI 1.2.840.10008.5.1.4.1.1.2
            SOPInstanceUID UI 1.2.3
            StudyDescription LO Doe
            PatientName PN Doe^Jane
            PatientID LO 4711
            """;
    private static final String AGAIN =
            "(0012,0062) tells that the object was de-identified before, not with this key; it is treated again";

    @TempDir
    Path folder;

    private static Anonymizer anonymizer(String key, OnDeidentified onDeidentified) {
        return Anonymizer.builder()
                .profile(Profile.basic().toBuilder()
                        .onDeidentified(onDeidentified)
                        .build())
                .key(ProjectKey.of(key))
                .build();
    }

    private static DataSet treatedOnce() {
        DataSet set = DataSetText.parse(ORIGINAL);
        assertThat(anonymizer("a key for tests only", OnDeidentified.REFUSE)
                        .anonymize(set)
                        .warnings())
                .isEmpty();
        return set;
    }

    @Test
    void with_the_same_key_is_refused() {
        DataSet set = treatedOnce();
        String once = DataSetText.print(set);
        assertThatThrownBy(() -> anonymizer("a key for tests only", OnDeidentified.REFUSE)
                        .anonymize(set))
                .isInstanceOf(RefusedException.class)
                .hasMessage("was de-identified with this key before (0012,0063); take the original, or let"
                        + " \"onDeidentified\" of the profile leave such objects unchanged");
        assertThat(DataSetText.print(set)).isEqualTo(once);
    }

    @Test
    void or_passes_as_it_is_to_the_last_byte() throws IOException {
        Path original = folder.resolve("original.dcm");
        DicomWriter.write(
                DicomObject.of((DicomDataSet) DataSetText.parse(ORIGINAL), TransferSyntax.EXPLICIT_LITTLE), original);
        Anonymizer anonymizer = anonymizer("a key for tests only", OnDeidentified.UNCHANGED);
        Path once = folder.resolve("once.dcm");
        Path twice = folder.resolve("twice.dcm");
        anonymizer.anonymize(original, once);
        ChangeLog log = anonymizer.anonymize(once, twice);
        assertThat(log.warnings())
                .containsExactly("was de-identified with this key before (0012,0063); left unchanged");
        assertThat(log.changes()).isEmpty();
        assertThat(Files.mismatch(once, twice)).isEqualTo(-1);
        assertThat(Files.mismatch(original, once)).isNotEqualTo(-1);
    }

    @Test
    void or_is_treated_if_the_profile_wants_it() {
        DataSet set = treatedOnce();
        String once = set.string(Tags.PATIENT_ID);
        assertThat(anonymizer("a key for tests only", OnDeidentified.TREAT)
                        .anonymize(set)
                        .warnings())
                .isEmpty();
        assertThat(set.string(Tags.PATIENT_ID)).isNotEqualTo(once);
        assertThat(set.strings(Tags.DEIDENTIFICATION_METHOD)).hasSize(1);
    }

    @Test
    void with_another_key_or_by_another_tool_it_is_treated_with_a_warning() {
        DataSet set = treatedOnce();
        assertThat(anonymizer("another key for tests", OnDeidentified.REFUSE)
                        .anonymize(set)
                        .warnings())
                .containsExactly(AGAIN);
        assertThatThrownBy(() -> anonymizer("a key for tests only", OnDeidentified.REFUSE)
                        .anonymize(set))
                .as("both keys are told")
                .isInstanceOf(RefusedException.class);

        DataSet foreign = DataSetText.parse(
                ORIGINAL + "PatientIdentityRemoved CS YES\nDeidentificationMethod LO Basic Profile\n");
        assertThat(anonymizer("a key for tests only", OnDeidentified.REFUSE)
                        .anonymize(foreign)
                        .warnings())
                .containsExactly(AGAIN);
    }

    @Test
    void what_was_restored_may_be_treated_again() {
        DataSet set = treatedOnce();
        set.setString(Tags.PATIENT_IDENTITY_REMOVED, VR.CS, "NO");
        assertThat(anonymizer("a key for tests only", OnDeidentified.REFUSE)
                        .anonymize(set)
                        .warnings())
                .isEmpty();
    }

    @Test
    void rules_alone_may_change_what_was_de_identified() {
        DataSet set = treatedOnce();
        Anonymizer.builder()
                .profile(Profile.keepAll())
                .key(ProjectKey.of("a key for tests only"))
                .rule("SOPClassUID", "keep")
                .build()
                .anonymize(set);
        assertThat(set.string(Tags.PATIENT_IDENTITY_REMOVED)).isEqualTo("YES");
    }
}
