// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomReader;
import org.dicomanonymizer.dicom.DicomWriter;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.TransferSyntax;
import org.dicomanonymizer.dicom.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dummies judged by dciodvfy (Debian's dicom3tools), which knows what IODs demand. */
class DummiesInObjectsTest {
    private static final String PATIENT_AND_STUDY = """
            PatientName=
            PatientID=
            PatientBirthDate=
            PatientSex=
            StudyInstanceUID=2.25.12
            StudyDate=
            StudyTime=
            StudyID=
            AccessionNumber=
            ReferringPhysicianName=
            SeriesInstanceUID=2.25.13
            SeriesNumber=1
            InstanceNumber=1
            Manufacturer=ACME
            SOPInstanceUID=2.25.11
            """;
    private static final String REPORT = PATIENT_AND_STUDY + """
            SOPClassUID=%s
            Modality=SR
            ContentDate=19000101
            ContentTime=000000
            CompletionFlag=COMPLETE
            VerificationFlag=VERIFIED
            PerformedProcedureCodeSequence=
            ValueType=CONTAINER
            ContinuityOfContent=SEPARATE
            ConceptNameCodeSequence.CodeValue=11528-7
            ConceptNameCodeSequence.CodingSchemeDesignator=LN
            ConceptNameCodeSequence.CodeMeaning=Radiology Report
            """;
    private static final String PRESENTATION_STATE = PATIENT_AND_STUDY + """
            SOPClassUID=1.2.840.10008.5.1.4.1.1.11.1
            Modality=PR
            Laterality=
            PresentationCreationDate=19000101
            PresentationCreationTime=000000
            ContentLabel=X
            ContentDescription=
            ContentCreatorName=
            ReferencedSeriesSequence.SeriesInstanceUID=2.25.14
            ReferencedSeriesSequence.ReferencedImageSequence.ReferencedSOPClassUID=1.2.840.10008.5.1.4.1.1.2
            ReferencedSeriesSequence.ReferencedImageSequence.ReferencedSOPInstanceUID=2.25.15
            DisplayedAreaSelectionSequence.DisplayedAreaTopLeftHandCorner=1\\1
            DisplayedAreaSelectionSequence.DisplayedAreaBottomRightHandCorner=9\\9
            DisplayedAreaSelectionSequence.PresentationSizeMode=SCALE TO FIT
            DisplayedAreaSelectionSequence.PresentationPixelAspectRatio=1\\1
            PresentationLUTShape=IDENTITY
            GraphicLayerSequence.GraphicLayer=MARKS
            GraphicLayerSequence.GraphicLayerOrder=1
            """;
    private static final String DOCUMENT = PATIENT_AND_STUDY + """
            SOPClassUID=1.2.840.10008.5.1.4.1.1.104.1
            Modality=DOC
            ConversionType=WSD
            ContentDate=
            ContentTime=
            AcquisitionDateTime=
            BurnedInAnnotation=NO
            DocumentTitle=
            ConceptNameCodeSequence=
            MIMETypeOfEncapsulatedDocument=application/pdf
            """;
    private static final int IMPLEMENTATION_CLASS_UID = 0x00020012;
    private static final Path PYDICOM = Path.of("/usr/lib/python3/dist-packages/pydicom/data/test_files");

    @TempDir
    private Path folder;

    /** Basic Text, Enhanced, Comprehensive, Comprehensive 3D, Mammography CAD, Chest CAD, X-Ray Radiation Dose. */
    @ParameterizedTest
    @ValueSource(ints = {11, 22, 33, 34, 50, 65, 67})
    void aReportOfDummiesIsLegal(int kind) throws Exception {
        DicomDataSet report = dataSet(REPORT.formatted("1.2.840.10008.5.1.4.1.1.88." + kind));
        for (String sequence : List.of(
                "ContentSequence",
                "VerifyingObserverSequence",
                "OperatorIdentificationSequence",
                "InstitutionCodeSequence",
                "ReferencedPerformedProcedureStepSequence",
                "ReferencedStudySequence",
                "ReferencedImageSequence")) {
            replace(report, sequence);
        }
        assertThat(errors(report)).isEmpty();
    }

    @Test
    void aPresentationStateOfDummiesIsLegal() throws Exception {
        DicomDataSet state = dataSet(PRESENTATION_STATE);
        replace(state, "GraphicAnnotationSequence");
        assertThat(errors(state)).isEmpty();
    }

    @Test
    void anEncapsulatedBlankDocumentIsLegal() throws Exception {
        DicomDataSet document = dataSet(DOCUMENT);
        byte[] blank = Dummies.standard().document("application/pdf").orElseThrow();
        document.setBytes(tag("EncapsulatedDocument"), VR.OB, blank);
        document.setString(tag("EncapsulatedDocumentLength"), VR.UL, String.valueOf(blank.length));
        assertThat(errors(document)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "waveform_ecg.dcm, WaveformAnnotationSequence",
        "waveform_ecg.dcm, AcquisitionContextSequence",
        "reportsi.dcm, ContentSequence",
        "test-SR.dcm, ContentSequence",
        "test-SR.dcm, VerifyingObserverSequence",
        "CT_small.dcm, SourceImageSequence",
        "CT_small.dcm, OperatorIdentificationSequence",
        "JPEG2000.dcm, ReferencedImageSequence",
        "liver_1frame.dcm, PersonIdentificationCodeSequence"
    })
    void aDummyItemBringsNoNewError(String file, String sequence) throws Exception {
        try (DicomObject object = DicomReader.read(PYDICOM.resolve(file))) {
            List<String> before = errors(object);
            replace(object.dataSet(), sequence);
            assertThat(before).containsAll(errors(object));
        }
    }

    private static void replace(DicomDataSet dataSet, String sequence) {
        Dummies.standard()
                .replaceItems(dataSet, tag(sequence), uid -> uid.startsWith("1.2.840.10008.") ? uid : "2.25.7");
    }

    /** A data set of lines {@code Sequence.Attribute=value}; several of a sequence go to the same item. */
    private static DicomDataSet dataSet(String text) {
        DicomDataSet root = DicomDataSet.create();
        text.lines()
                .forEach(
                        line -> set(root, line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        return root;
    }

    private static void set(DataSet root, String path, String value) {
        DataSet place = root;
        String[] keywords = path.split("\\.");
        for (int i = 0; i < keywords.length - 1; i++) {
            int sequence = tag(keywords[i]);
            List<DataSet> items = place.items(sequence);
            place = items.isEmpty() ? place.addItem(sequence) : items.get(0);
        }
        int last = tag(keywords[keywords.length - 1]);
        VR vr = Dictionary.standard().vr(last);
        if (vr == VR.SQ) place.setEmptySequence(last);
        else place.setStrings(last, vr, List.of(value.split("\\\\")));
    }

    private static int tag(String keyword) {
        return Dictionary.standard().maskOf(keyword).orElseThrow().value();
    }

    private List<String> errors(DicomDataSet dataSet) throws IOException, InterruptedException {
        DicomObject object = DicomObject.of(dataSet, TransferSyntax.EXPLICIT_LITTLE);
        object.fileMeta().setString(IMPLEMENTATION_CLASS_UID, VR.UI, "2.25.1");
        return errors(object);
    }

    private List<String> errors(DicomObject object) throws IOException, InterruptedException {
        Path file = Path.of(folder.toString(), System.nanoTime() + ".dcm");
        DicomWriter.write(object, file);
        Process process = new ProcessBuilder("dciodvfy", "-new", file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output.lines().filter(line -> line.startsWith("Error")).toList();
    }
}
