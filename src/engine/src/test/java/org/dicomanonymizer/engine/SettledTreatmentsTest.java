// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.profile.ProfileReader;
import org.dicomanonymizer.testing.DataSetText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was decided once holds for all objects only where nothing of an object decides. */
class SettledTreatmentsTest {
    /** They differ in whatever a decision may ask a data set for: values, VRs, places, neighbours, what stands around. */
    private static final List<String> OBJECTS = List.of("""
            SOPClassUID UI 1.2.840.10008.5.1.4.1.1.2
            Modality CS CT
            StudyDescription LO Chest
            SeriesDescription LO Doe
            PatientName PN Doe^Jane
            PatientID LO 4711
            ResponsiblePerson PN Doe^Ann
            ResponsiblePersonRole CS PARENT
            TextValue UT outside
            ProcedureCodeSequence SQ
              -
                CodeValue SH 1
                CodingSchemeDesignator SH DCM
                CodeMeaning LO Localizer
            """, """
            SOPClassUID UI 1.2.840.10008.5.1.4.1.1.88.22
            Modality CS MR
            StudyDescription LO Chest
            SeriesDescription LO Doe
            PatientName PN Doe^Jane
            PatientID LO 4711
            ResponsiblePerson PN
            ResponsiblePersonRole CS PARENT
            SliceThickness UN 3120
            ValueType CS CONTAINER
            ContentSequence SQ
              -
                ValueType CS TEXT
                ConceptNameCodeSequence SQ
                  -
                    CodeValue SH 121071
                    CodingSchemeDesignator SH DCM
                    CodeMeaning LO Finding
                TextValue UT inside
            ProcedureCodeSequence SQ
              -
                CodeValue SH 1
                CodingSchemeDesignator SH 99DOE
                CodeMeaning LO Doe
            """, """
            SOPClassUID UI 1.2.840.10008.5.1.4.1.1.2
            Modality LO CT
            StudyDescription OB 41
            PatientName PN Doe^Jane
            SliceThickness DS 1
            KVP IS 1
            (6000,0010) US 1
            (6000,3000) OW 0000
            RequestAttributesSequence SQ
              -
                StudyDescription LO Chest
                Modality CS CT
            """);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"extends\": \"basic\"}",
                "{\"extends\": \"research\", \"verify\": false}",
                "{\"extends\": \"basic\", \"options\": [\"CleanGraphics\", \"RetainUIDs\"]}",
                """
                {"extends": "basic", "rules": [
                  {"tag": "StudyDescription", "when": "Modality = CT", "action": "keep"},
                  {"tag": "(0018,xxxx)", "when": "/Modality = CT", "action": "empty"},
                  {"tag": "VR:IS", "action": "delete"},
                  {"tag": "VR:US", "when": "/Modality = MR", "action": "delete"},
                  {"tag": "RequestAttributesSequence.Modality", "action": "delete"}]}
                """
            })
    void what_is_settled_is_what_would_be_decided_case_by_case(String json) {
        CompiledProfile profile = CompiledProfile.of(
                ProfileReader.read(json, "test.json", Path.of(".")).orThrow());
        int settled = 0;
        for (String object : OBJECTS) {
            DataSet root = DataSetText.parse(object);
            settled += compare(profile, root, profile.rootScope().enterRoot(root));
        }
        assertThat(settled).isGreaterThan(20);
    }

    private static int compare(CompiledProfile profile, DataSet set, Scope scope) {
        int settled = 0;
        for (int tag : set.tags()) {
            VR vr = set.vr(tag);
            Treatment treatment = profile.findSettled(set, tag, vr, scope);
            if (treatment != null) {
                settled++;
                // By what they consist of: an action that is made ready for an attribute is one of its own.
                assertThat(treatment)
                        .as(Tag.toString(tag))
                        .usingRecursiveComparison()
                        .isEqualTo(profile.find(set, tag, vr, scope).preparedFor(tag, vr));
            }
            Scope inside = scope.into(set, tag);
            for (DataSet item : set.items(tag)) settled += compare(profile, item, inside.enter(item));
        }
        return settled;
    }
}
