// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.standard.ActionCode;
import org.dicomanonymizer.standard.ContentRow;
import org.dicomanonymizer.standard.ProfileOption;
import org.dicomanonymizer.standard.StructuredContentTable;
import org.dicomanonymizer.testing.DataSetText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every row of PS3.15 Table E.3.4-1 against its code, with each option that may be taken beside Clean Structured Content. */
class ContentRowsTest {
    private static final ProjectKey KEY = ProjectKey.of("a key for tests only");

    /** The planted values, as a readable data set shows them. */
    private static final List<String> PLANTED = List.of("PLANTED", "19471108", "234711", "1.2.3.4711", "31907");

    @ParameterizedTest
    @EnumSource(
            names = {
                "CLEAN_STRUCTURED_CONTENT",
                "RETAIN_UIDS",
                "RETAIN_DEVICE_IDENTITY",
                "RETAIN_INSTITUTION_IDENTITY",
                "RETAIN_PATIENT_CHARACTERISTICS",
                "RETAIN_LONGITUDINAL_FULL_DATES",
                "RETAIN_LONGITUDINAL_MODIFIED_DATES",
                "CLEAN_DESCRIPTORS"
            })
    void each_row_is_obeyed(ProfileOption option) {
        Set<ProfileOption> options = EnumSet.of(ProfileOption.CLEAN_STRUCTURED_CONTENT, option);
        List<String> wrong = new ArrayList<>();
        for (ContentRow row : StructuredContentTable.standard().rows()) {
            String fault = fault(row, treat(report(row, ""), options), row.code(options));
            if (fault != null) wrong.add(row.concept().meaning() + " " + row.valueType() + ": " + fault);
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CLEAN_STRUCTURED_CONTENT", "RETAIN_UIDS"})
    void where_items_refer_to_each_other_by_position_none_is_removed(ProfileOption option) {
        Set<ProfileOption> options = EnumSet.of(ProfileOption.CLEAN_STRUCTURED_CONTENT, option);
        List<String> wrong = new ArrayList<>();
        for (ContentRow row : StructuredContentTable.standard().rows()) {
            ActionCode code = row.code(options) == ActionCode.X ? ActionCode.D : row.code(options);
            String reference = """
                      -
                        RelationshipType CS INFERRED FROM
                        ReferencedContentItemIdentifier UL 1\\1
                    """;
            String fault = fault(row, treat(report(row, reference), options), code);
            if (fault != null) wrong.add(row.concept().meaning() + " " + row.valueType() + ": " + fault);
        }
        assertThat(wrong).isEmpty();
    }

    private static String fault(ContentRow row, String after, ActionCode code) {
        boolean there = after.contains("CodeValue SH " + row.concept().value() + "\n");
        boolean planted = PLANTED.stream().anyMatch(after::contains);
        return switch (code) {
            case X -> there || planted ? "not removed" : null;
            case K -> there && (planted || row.valueType().equals("CONTAINER")) ? null : "not kept";
            // Dates move by whole days, so that times of day stay.
            case C -> after.contains("PLANTED") || after.contains("19471108") ? "value left" : there ? null : "removed";
            case D, X_D -> planted ? "value left" : there ? null : "removed";
            default -> "no such code in the table";
        };
    }

    private static String treat(String before, Set<ProfileOption> options) {
        DataSet set = DataSetText.parse(before);
        Anonymizer.builder()
                .profile(Profile.basic().withOptions(options))
                .key(KEY)
                .build()
                .anonymize(set);
        return DataSetText.print(set);
    }

    private static String report(ContentRow row, String furtherItems) {
        return """
                SOPClassUID UI 1.2.840.10008.5.1.4.1.1.88.34
                ValueType CS CONTAINER
                ContentSequence SQ
                  -
                    RelationshipType CS CONTAINS
                    ValueType CS %s
                    ConceptNameCodeSequence SQ
                      -
                        CodeValue SH %s
                        CodingSchemeDesignator SH %s
                        CodeMeaning LO %s
                %s  -
                    RelationshipType CS CONTAINS
                    ValueType CS NUM
                    ConceptNameCodeSequence SQ
                      -
                        CodeValue SH 410668003
                        CodingSchemeDesignator SH SCT
                        CodeMeaning LO Length
                %s""".formatted(
                        row.valueType(),
                        row.concept().value(),
                        row.concept().scheme(),
                        row.concept().meaning(),
                        value(row.valueType()),
                        furtherItems);
    }

    private static String value(String valueType) {
        String lines = switch (valueType) {
            case "TEXT" -> "TextValue UT PLANTED\n";
            case "PNAME" -> "PersonName PN PLANTED\n";
            case "DATE" -> "Date DA 19471108\n";
            case "TIME" -> "Time TM 234711\n";
            case "DATETIME" -> "DateTime DT 19471108234711\n";
            case "UIDREF" -> "UID UI 1.2.3.4711\n";
            case "CODE" ->
                "ConceptCodeSequence SQ\n  -\n    CodeMeaning LO PLANTED\n" + "    CodingSchemeDesignator SH DCM\n";
            case "NUM" -> "MeasuredValueSequence SQ\n  -\n    NumericValue DS 31907\n    FloatingPointValue FD 31907\n";
            case "IMAGE", "COMPOSITE", "WAVEFORM" ->
                "ReferencedSOPSequence SQ\n  -\n    ReferencedSOPInstanceUID UI 1.2.3.4711\n";
            case "CONTAINER" -> "ContentSequence SQ\n  -\n    ValueType CS PNAME\n    PersonName PN PLANTED\n";
            default -> throw new IllegalArgumentException(valueType);
        };
        return lines.lines().map(line -> "    " + line + "\n").reduce("", String::concat);
    }
}
