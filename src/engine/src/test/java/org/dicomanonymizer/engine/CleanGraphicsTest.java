// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.standard.ProfileOption;
import org.dicomanonymizer.testing.DataSetText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the Clean Graphics Option keeps of annotations, overlays and curves. */
class CleanGraphicsTest {
    private static final Set<ProfileOption> OPTION = Set.of(ProfileOption.CLEAN_GRAPHICS);

    private static final String REGION = """
            (6000,0010) US 4
            (6000,0011) US 4
            (6000,0022) LO for Doe
            (6000,0040) CS R
            (6000,0050) SS 1\\1
            (6000,0100) US 1
            (6000,0102) US 0
            (6000,1301) IS 12
            (6000,1500) LO Doe
            (6000,3000) OW f00f
            (6000,4000) LT Doe
            """;

    private static final String CURVE = """
            (5000,0005) US 2
            (5000,0010) US 3
            (5000,0020) CS TAC
            (5000,0022) LO Doe
            (5000,0030) SH SEC\\CNTS
            (5000,0040) SH Doe\\Jane
            (5000,0103) US 0
            (5000,2500) LO Doe
            (5000,3000) OW 010002000300040005000600
            """;

    @Test
    void drawings_stay_and_texts_go() {
        assertThat(treat("""
                (0070,0001) SQ
                  -
                    GraphicLayer CS NOTES
                    TextObjectSequence SQ
                      -
                        AnchorPointAnnotationUnits CS PIXEL
                        UnformattedTextValue ST Doe, Jane
                        AnchorPoint FL 4.0\\4.0
                        AnchorPointVisibility CS N
                    GraphicObjectSequence SQ
                      -
                        GraphicAnnotationUnits CS PIXEL
                        GraphicDimensions US 2
                        NumberOfGraphicPoints US 1
                        GraphicData FL 1.0\\2.0
                        GraphicType CS POINT
                    CompoundGraphicSequence SQ
                      -
                        MajorTicksSequence SQ
                          -
                            TickPosition FL 1.0
                            TickLabel SH Doe
                        CompoundGraphicType CS RULER
                GraphicLayerSequence SQ
                  -
                    GraphicLayer CS NOTES
                    GraphicLayerOrder IS 1
                    GraphicLayerDescription LO notes on Doe
                GraphicGroupSequence SQ
                  -
                    GraphicGroupLabel LO Doe
                    GraphicGroupDescription ST Doe
                    GraphicGroupID UL 1
                """)).isEqualTo("""
                GraphicAnnotationSequence SQ
                  -
                    GraphicLayer CS NOTES
                    TextObjectSequence SQ
                      -
                        AnchorPointAnnotationUnits CS PIXEL
                        UnformattedTextValue ST ANONYMIZED
                        AnchorPoint FL 4.0\\4.0
                        AnchorPointVisibility CS N
                    GraphicObjectSequence SQ
                      -
                        GraphicAnnotationUnits CS PIXEL
                        GraphicDimensions US 2
                        NumberOfGraphicPoints US 1
                        GraphicData FL 1.0\\2.0
                        GraphicType CS POINT
                    CompoundGraphicSequence SQ
                      -
                        MajorTicksSequence SQ
                          -
                            TickPosition FL 1.0
                        CompoundGraphicType CS RULER
                GraphicLayerSequence SQ
                  -
                    GraphicLayer CS NOTES
                    GraphicLayerOrder IS 1
                GraphicGroupSequence SQ
                  -
                    GraphicGroupLabel LO ANONYMIZED
                    GraphicGroupID UL 1
                """);
    }

    @Test
    void with_Clean_Descriptors_texts_keep_their_clinical_words() {
        String after = treat(
                "PatientName PN Doe^Jane\n" + REGION.replace("for Doe", "liver of Jane Doe") + """
                (0070,0001) SQ
                  -
                    TextObjectSequence SQ
                      -
                        UnformattedTextValue ST Doe: mass in left lung
                """,
                EnumSet.of(ProfileOption.CLEAN_GRAPHICS, ProfileOption.CLEAN_DESCRIPTORS));
        assertThat(after)
                .contains("OverlayDescription LO liver", "UnformattedTextValue ST mass in left lung")
                .doesNotContain("Doe");
    }

    @Test
    void an_overlay_that_outlines_a_region_stays_without_its_texts() {
        assertThat(treat(REGION)).isEqualTo("""
                OverlayRows US 4
                OverlayColumns US 4
                OverlayType CS R
                OverlayOrigin SS 1\\1
                OverlayBitsAllocated US 1
                OverlayBitPosition US 0
                ROIArea IS 12
                OverlayData OW f00f
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "CS R, CS G",
        "CS R, CS r",
        "US 4, US 40",
        "OW f00f, OW f00f446f6500",
        "'(6000,0100) US 1', '(6000,0100) US 16'"
    })
    void an_overlay_that_may_be_writing_or_holds_more_than_it_tells_goes(String proven, String other) {
        assertThat(treat(REGION.replace(proven, other))).isEmpty();
    }

    @Test
    void what_stands_in_a_plane_under_another_VR_goes() {
        assertThat(treat(REGION.replace("SS 1\\1", "LO Doe"))).doesNotContain("Doe", "OverlayOrigin");
        assertThat(treat("(0070,0001) OB 446f6500\n")).doesNotContain("446f65");
    }

    @Test
    void the_layer_in_which_the_overlay_of_another_object_is_shown_stays() {
        assertThat(treat("(6002,1001) CS NOTES\n(6004,1001) CS Doe^Jane\n"))
                .isEqualTo("OverlayActivationLayer CS NOTES\n");
    }

    @Test
    void a_curve_of_measured_values_stays_without_its_texts() {
        assertThat(treat(CURVE)).isEqualTo("""
                CurveDimensions US 2
                NumberOfPoints US 3
                TypeOfData CS TAC
                DataValueRepresentation US 0
                CurveData OW 010002000300040005000600
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "CS TAC, CS DOE",
        "US 3, US 2",
        "'(5000,0103) US 0', '(5000,0103) US 9'",
        "'(5000,2500) LO Doe', '(5000,200C) OB 446f65'"
    })
    void a_curve_that_may_be_more_than_values_goes(String proven, String other) {
        assertThat(treat(CURVE.replace(proven, other))).isEmpty();
    }

    @Test
    void without_the_option_all_of_it_goes() {
        assertThat(treat(REGION + CURVE, Set.of())).isEmpty();
    }

    @Test
    void a_shutter_of_the_shape_of_a_removed_plane_goes_with_it() {
        String shutter = """
                ShutterShape CS RECTANGULAR\\BITMAP
                ShutterPresentationValue US 0
                ShutterOverlayGroup US 24576
                """;
        String plane = REGION.replace("CS R", "CS G");
        assertThat(treat(shutter + plane)).isEqualTo("""
                ShutterShape CS RECTANGULAR
                ShutterPresentationValue US 0
                """);
        assertThat(treat(shutter.replace("RECTANGULAR\\", "") + plane)).isEmpty();
        assertThat(treat(shutter + REGION)).startsWith(shutter);
    }

    @Test
    void a_plane_that_the_site_keeps_stays() {
        DataSet set = DataSetText.parse(REGION.replace("CS R", "CS G"));
        Anonymizer.builder()
                .profile(Profile.basic().withOptions(OPTION))
                .rule("(60xx,3000)", "keep")
                .build()
                .anonymize(set);
        assertThat(DataSetText.print(set)).contains("OverlayData OW f00f").contains("OverlayType CS G");
    }

    private static String treat(String before) {
        return treat(before, OPTION);
    }

    private static String treat(String before, Set<ProfileOption> options) {
        DataSet set = DataSetText.parse(before);
        Anonymizer.builder()
                .profile(Profile.basic().withOptions(options))
                .build()
                .anonymize(set);
        for (int mark : List.of(
                Tags.PATIENT_IDENTITY_REMOVED,
                Tags.DEIDENTIFICATION_METHOD,
                Tags.DEIDENTIFICATION_METHOD_CODE_SEQUENCE,
                Tags.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED)) set.remove(mark);
        return DataSetText.print(set);
    }
}
