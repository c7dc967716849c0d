// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.DictionaryEntry;
import org.dicomanonymizer.dicom.ResourceLines;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.standard.Edition;
import org.dicomanonymizer.standard.ProfileOption;
import org.dicomanonymizer.standard.Supplement;
import org.dicomanonymizer.testing.DataSetText;
import org.junit.jupiter.api.Test;

/** What becomes of the text that Table E.1-1 does not list. */
class BeyondTheTableTest {
    private static final Set<VR> TEXT = EnumSet.of(VR.AE, VR.LO, VR.SH, VR.ST, VR.LT, VR.UT, VR.UC, VR.UR);
    private static final Profile BASIC = Profile.basic();

    private static final String STATE = """
            PatientName PN Doe^Jane
            GridID LO grid-07
            SegmentSequence SQ
              -
                SegmentNumber US 1
                SegmentLabel LO liver of Doe
            GraphicLayerSequence SQ
              -
                GraphicLayer CS NOTES
                GraphicLayerDescription LO Doe, nodule
            ContentDescription LO left lung of Jane Doe
            AlternateContentDescriptionSequence SQ
              -
                ContentDescription LO for Dr. Weiss
            BeamName LO Doe boost
            """;

    @Test
    void what_people_write_goes() {
        assertThat(treat()).isEqualTo("""
                SegmentSequence SQ
                  -
                    SegmentNumber US 1
                    SegmentLabel LO ANONYMIZED
                GraphicLayerSequence SQ
                  -
                    GraphicLayer CS NOTES
                ContentDescription LO
                AlternateContentDescriptionSequence SQ
                  -
                    ContentDescription LO ANONYMIZED
                """);
    }

    @Test
    void with_Clean_Descriptors_clinical_words_stay_in_it() {
        String cleaned = """
                SegmentSequence SQ
                  -
                    SegmentNumber US 1
                    SegmentLabel LO liver
                GraphicLayerSequence SQ
                  -
                    GraphicLayer CS NOTES
                    GraphicLayerDescription LO nodule
                ContentDescription LO left lung
                AlternateContentDescriptionSequence SQ
                  -
                    ContentDescription LO ANONYMIZED
                BeamName LO boost
                """;
        assertThat(treat(ProfileOption.CLEAN_DESCRIPTORS)).isEqualTo(cleaned);
        assertThat(treat(ProfileOption.CLEAN_DESCRIPTORS, ProfileOption.CLEAN_GRAPHICS))
                .isEqualTo(cleaned);
    }

    @Test
    void the_device_stays_with_its_option() {
        assertThat(treat(ProfileOption.RETAIN_DEVICE_IDENTITY)).startsWith("GridID LO grid-07\n");
    }

    @Test
    void text_in_place_of_codes_and_numbers_goes_and_what_devices_write_stays() {
        String devices = """
                ImageType CS ORIGINAL\\PRIMARY\\M_FFE_A_VERY_LONG_WORD\\M
                BodyPartExamined CS Chest/Abd.
                KVP DS 1.20000000000000e+02
                """;
        DataSet set = DataSetText.parse(devices + """
                ScanOptions CS Doe, Jane
                SliceThickness DS Doe
                SpacingBetweenSlices DS Pete
                PatientPosition CS JANE DOE OF SPRINGFIELD
                ImagesInAcquisition IS Jane
                """);
        Anonymizer.builder().build().anonymize(set);
        assertThat(DataSetText.print(set))
                .startsWith(devices.substring(0, devices.indexOf("Body")))
                .contains(devices.lines().skip(1).toList())
                .doesNotContainIgnoringCase("Doe", "Jane", "Pete");
    }

    @Test
    void retired_bytes_of_no_known_form_go() {
        DataSet set = DataSetText.parse("(7f02,0010) OW 4a616e65\nPixelData OW 0102\n(7fe0,0020) OW 4a616e65\n");
        Anonymizer.builder().build().anonymize(set);
        assertThat(DataSetText.print(set)).contains("PixelData OW 0102").doesNotContain("4a616e65");
    }

    @Test
    void originals_that_others_encrypted_stay_only_if_they_are_encrypted() {
        String envelope = "3080" + "06092a864886f70d010703" + "a080";
        DataSet set = DataSetText.parse("""
                EncryptedAttributesSequence SQ
                  -
                    EncryptedContent OB 4a616e6520446f65
                  -
                    EncryptedContent OB %s
                """.formatted(envelope));
        Anonymizer.builder().build().anonymize(set);
        assertThat(DataSetText.print(set)).contains("OB " + envelope).doesNotContain("4a616e65");
    }

    @Test
    void every_text_attribute_of_the_dictionary_has_been_judged() {
        Set<String> judged = new HashSet<>(
                new String(ResourceLines.bytes(DescriptorRules.class, "technical-text.txt"), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .toList());
        for (String[] kept : ResourceLines.rows(BeyondTheTableTest.class, "kept-text.tsv"))
            judged.addAll(Set.of(kept[1].split(" ")));
        Supplement.rows()
                .forEach(extra -> assertThat(judged.add(extra.row().keyword()))
                        .as("%s is listed but kept", extra.row().keyword())
                        .isTrue());
        assertThat(unlistedText()).isNotEmpty().isSubsetOf(judged);
    }

    /** Command, directory and file meta attributes are no part of data sets, curves and overlays go as a whole. */
    private static Stream<String> unlistedText() {
        return Dictionary.standard()
                .entries()
                .filter(entry -> entry.vrs().stream().anyMatch(TEXT::contains))
                .filter(entry -> Tag.group(entry.tag()) >= 0x0008 && !StandardRules.isOverlay(entry.tag()))
                .filter(entry -> Edition.latest().row(entry.tag()) == null)
                .map(DictionaryEntry::keyword);
    }

    private static String treat(ProfileOption... options) {
        DataSet set = DataSetText.parse(STATE);
        Anonymizer.builder().profile(BASIC.withOptions(Set.of(options))).build().anonymize(set);
        for (int tag : set.tags()) if (Tag.group(tag) == 0x0010 || Tag.group(tag) == 0x0012) set.remove(tag);
        set.remove(0x00280303);
        return DataSetText.print(set);
    }
}
