// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.testing.DataSetText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What other de-identifiers were seen to leave in their output with their default rules: each at the root, inside functional
 * groups of a frame, and inside a sequence that no table lists.
 */
class WhatOthersLeftTest {
    private static final String ENHANCED_PET = "1.2.840.10008.5.1.4.1.1.130";
    private static final Anonymizer ANONYMIZER =
            Anonymizer.builder().key(ProjectKey.of("a key for tests only")).build();

    static Stream<String> leaks() {
        return """
                # dates and times
                StudyDate DA 19471108
                SeriesDate DA 19471108
                AcquisitionDate DA 19471108
                ContentDate DA 19471108
                StudyTime TM 234711
                SeriesTime TM 234711
                AcquisitionTime TM 234711
                ContentTime TM 234711
                InstanceCreationDate DA 19471108
                InstanceCreationTime TM 234711
                DateOfLastCalibration DA 19471108
                TimeOfLastCalibration TM 234711
                AcquisitionDateTime DT 19471108234711
                FrameAcquisitionDateTime DT 19471108234711
                FrameReferenceDateTime DT 19471108234711
                RadiopharmaceuticalStartDateTime DT 19471108234711
                RadiopharmaceuticalStopDateTime DT 19471108234711
                PatientBirthDateInAlternativeCalendar LO JANE 1947
                # persons and their identifiers
                PatientName PN JANE
                OtherPatientNames PN JANE
                PersonName PN JANE
                PatientAddress LO JANE
                PatientTelephoneNumbers SH JANE
                IssuerOfPatientID LO JANE
                OtherPatientIDs LO JANE
                ReferringPhysicianName PN JANE
                PerformingPhysicianName PN JANE
                EvaluatorName PN JANE
                AdditionalPatientHistory LT JANE
                PatientComments LT JANE
                # institutions and devices
                InstitutionName LO JANE
                InstitutionAddress ST JANE
                StationName SH JANE
                DeviceSerialNumber LO JANE
                RetrieveURI UR http://JANE.example/
                NTPSourceAddress LO JANE
                # free text
                StudyDescription LO JANE
                SeriesDescription LO JANE
                ProtocolName LO JANE
                ImageComments LT JANE
                FrameComments LT JANE
                RequestedProcedureDescription LO JANE
                PerformedProcedureStepDescription LO JANE
                CommentsOnTheScheduledProcedureStep LT JANE
                FilmSessionLabel LO JANE
                # UIDs, each value
                IrradiationEventUID UI 1.2.3.4711\\1.2.3.4712
                ReferencedFrameOfReferenceUID UI 1.2.3.4711
                SourceFrameOfReferenceUID UI 1.2.3.4711
                SpecimenUID UI 1.2.3.4711
                # private
                (0029,1001) LO JANE
                (0029,1001) PN JANE
                (0029,1001) UI 1.2.3.4711
                (7FE1,1001) OB 4a414e45
                """.lines().filter(line -> !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("leaks")
    void is_gone_at_every_depth(String element) {
        DataSet root = DataSetText.parse(element);
        root.setString(Tags.SOP_CLASS_UID, VR.UI, ENHANCED_PET);
        int tag = root.tags()[0] == Tags.SOP_CLASS_UID ? root.tags()[1] : root.tags()[0];
        List<DataSet> items = new ArrayList<>();
        items.add(root.addItem(0x52009230).addItem(0x00209111)); // Per-Frame Functional Groups, Frame Content
        items.add(root.addItem(0x00400260).addItem(0x0040A170)); // Performed Protocol Code, Purpose of Reference
        for (DataSet item : items) item.setBytes(tag, root.vr(tag), root.bytes(tag));

        ANONYMIZER.anonymize(root);

        assertThat(DataSetText.print(root))
                .doesNotContain("JANE", "1947", "234711", "1.2.3.4711", "1.2.3.4712", "4a414e45")
                .contains("PatientIdentityRemoved CS YES", "CodeValue SH 113100")
                .contains("LongitudinalTemporalInformationModified CS REMOVED");
    }
}
