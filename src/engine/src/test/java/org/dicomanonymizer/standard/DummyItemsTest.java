// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.TagMask;
import org.dicomanonymizer.dicom.UidRegistry;
import org.dicomanonymizer.dicom.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DummyItemsTest {
    private final DicomDataSet dataSet = DicomDataSet.create();

    private static String map(String uid) {
        return UidRegistry.standard().isRegistered(uid) ? uid : "2.25." + Integer.toUnsignedString(uid.hashCode());
    }

    private static int tag(String keyword) {
        return Dictionary.standard().maskOf(keyword).orElseThrow().value();
    }

    private String replaced(String keyword) {
        Dummies.standard().replaceItems(dataSet, tag(keyword), DummyItemsTest::map);
        return text(dataSet.items(tag(keyword)));
    }

    /** Items as text: keyword=values, nested items in braces. */
    private static String text(List<DataSet> items) {
        StringBuilder text = new StringBuilder();
        for (DataSet item : items) {
            text.append('{');
            for (int tag : item.tags()) {
                text.append(' ').append(Dictionary.standard().keyword(tag)).append('=');
                if (item.vr(tag) == VR.SQ) text.append(text(item.items(tag)));
                else if (item.vr(tag).kind() == VR.Kind.BYTES)
                    text.append(item.length(tag)).append(" bytes");
                else text.append(String.join("\\", item.strings(tag)));
            }
            text.append(" }");
        }
        return text.toString();
    }

    static Stream<TableRow> replacedSequences() {
        Set<ActionCode> codes = EnumSet.of(
                ActionCode.D, ActionCode.Z, ActionCode.X_D, ActionCode.X_Z_D, ActionCode.X_Z, ActionCode.X_Z_U);
        Stream<TableRow> rows =
                Edition.latest().rows().stream().filter(row -> row.vr() == VR.SQ && codes.contains(row.basic()));
        return Stream.concat(rows, Stream.of(Edition.latest().row(tag("ROIInterpreterSequence"))));
    }

    @ParameterizedTest
    @MethodSource("replacedSequences")
    void everySequenceThatMayBeReplacedHasADescribedItem(TableRow row) {
        dataSet.setString(0x00080018, VR.UI, "1.2.3");
        Dummies.standard().replaceItems(dataSet, row.tag().value(), DummyItemsTest::map);
        List<DataSet> items = dataSet.items(row.tag().value());
        assertThat(items).hasSize(1);
        assertThat(items.get(0).tags()).isNotEmpty();
    }

    @Test
    void aReportBecomesOneComment() {
        DataSet original = dataSet.addItem(tag("ContentSequence"));
        original.setString(tag("TextValue"), VR.UT, "Mr Smith");
        dataSet.addItem(tag("ContentSequence"));
        assertThat(replaced("ContentSequence"))
                .isEqualTo("{ RelationshipType=CONTAINS ValueType=TEXT"
                        + " ConceptNameCodeSequence={ CodeValue=121106 CodingSchemeDesignator=DCM CodeMeaning=Comment }"
                        + " TextValue=ANONYMIZED }");
    }

    @Test
    void aReferenceStaysOneToTheNewInstance() {
        DataSet original = dataSet.addItem(tag("ReferencedPerformedProcedureStepSequence"));
        original.setString(tag("ReferencedSOPClassUID"), VR.UI, "1.2.840.10008.3.1.2.3.5");
        original.setString(tag("ReferencedSOPInstanceUID"), VR.UI, "1.2.3");
        original.setString(tag("StudyDescription"), VR.LO, "Smith");
        assertThat(replaced("ReferencedPerformedProcedureStepSequence"))
                .isEqualTo("{ ReferencedSOPClassUID=1.2.840.10008.3.1.2.3.5 ReferencedSOPInstanceUID=" + map("1.2.3")
                        + " }");
    }

    @Test
    void aReferenceThatIsMissingIsMadeForTheObject() {
        dataSet.setString(0x00080018, VR.UI, "1.2.3");
        assertThat(replaced("ReferencedPerformedProcedureStepSequence"))
                .isEqualTo("{ ReferencedSOPClassUID=1.2.840.10008.3.1.2.3.3 ReferencedSOPInstanceUID="
                        + map("(0008,1155) in 1.2.3") + " }");
    }

    @Test
    void aPrivateClassIsNotTakenOver() {
        DataSet original = dataSet.addItem(tag("ReferencedStudySequence"));
        original.setString(tag("ReferencedSOPClassUID"), VR.UI, "1.3.12.2.1107.5.9.1");
        assertThat(replaced("ReferencedStudySequence")).contains("ReferencedSOPClassUID=1.2.840.10008.3.1.2.3.1 ");
    }

    @Test
    void anAnnotationStaysInALayerThatExists() {
        assertThat(replaced("GraphicAnnotationSequence")).contains(" GraphicLayer=ANONYMIZED ");
        dataSet.addItem(tag("GraphicLayerSequence")).setString(tag("GraphicLayer"), VR.CS, "LAYER1");
        assertThat(replaced("GraphicAnnotationSequence"))
                .isEqualTo("{ GraphicLayer=LAYER1 GraphicObjectSequence={ GraphicAnnotationUnits=DISPLAY"
                        + " GraphicDimensions=2 NumberOfGraphicPoints=1 GraphicData=0.0\\0.0 GraphicType=POINT } }");
    }

    @Test
    void anyOtherSequenceKeepsTheShapeOfItsFirstItem() {
        DataSet original = dataSet.addItem(tag("RequestAttributesSequence"));
        original.setString(tag("RequestedProcedureDescription"), VR.LO, "Smith");
        original.setString(tag("StudyInstanceUID"), VR.UI, "1.2.3");
        original.setString(tag("AccessionNumber"), VR.SH, "");
        original.setString(0x00090010, VR.LO, "ACME");
        original.setString(0x00091001, VR.LO, "Smith");
        DataSet code = original.addItem(tag("ScheduledProtocolCodeSequence"));
        code.setString(tag("CodeValue"), VR.SH, "17");
        code.setString(tag("CodeMeaning"), VR.LO, "Head of Smith");
        original.setEmptySequence(tag("RequestedProcedureCodeSequence"));
        dataSet.addItem(tag("RequestAttributesSequence"));
        assertThat(replaced("RequestAttributesSequence"))
                .isEqualTo("{ AccessionNumber= StudyInstanceUID=" + map("1.2.3")
                        + " RequestedProcedureDescription=ANONYMIZED RequestedProcedureCodeSequence="
                        + " ScheduledProtocolCodeSequence={ CodeValue=ANONYMIZED CodingSchemeDesignator=99ANONYMIZED"
                        + " CodeMeaning=ANONYMIZED } }");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RequestAttributesSequence", "(0019,1010)"})
    void aSequenceOfNothingGetsAnEmptyItem(String sequence) {
        int tag = sequence.startsWith("(") ? TagMask.parse(sequence).value() : tag(sequence);
        Dummies.standard().replaceItems(dataSet, tag, DummyItemsTest::map);
        assertThat(text(dataSet.items(tag))).isEqualTo("{ }");
    }
}
