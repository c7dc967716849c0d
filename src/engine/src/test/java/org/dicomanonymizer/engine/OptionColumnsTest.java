// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.standard.ActionCode;
import org.dicomanonymizer.standard.Edition;
import org.dicomanonymizer.standard.ProfileOption;
import org.dicomanonymizer.standard.TableRow;
import org.dicomanonymizer.testing.DataSetText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The option columns of PS3.15 Table E.1-1: each option keeps what its K says, and touches no other row. */
class OptionColumnsTest {
    private static final ProjectKey KEY = ProjectKey.of("a key for tests only");

    @ParameterizedTest
    @EnumSource(
            names = {
                "RETAIN_UIDS",
                "RETAIN_DEVICE_IDENTITY",
                "RETAIN_INSTITUTION_IDENTITY",
                "RETAIN_PATIENT_CHARACTERISTICS",
                "RETAIN_LONGITUDINAL_FULL_DATES",
                "CLEAN_STRUCTURED_CONTENT",
                "CLEAN_GRAPHICS"
            })
    void keeps_its_rows_and_touches_no_other(ProfileOption option) {
        List<String> wrong = new ArrayList<>();
        for (TableRow row : Edition.latest().rows()) {
            if (!StandardRules.hasPlace(Tag.group(PlantedRow.tag(row)))) continue;
            String with = treat(row, Set.of(option));
            ActionCode code = row.options().get(option);
            if (code == ActionCode.K && !with.equals(untreated(row))) wrong.add("not kept: " + row.keyword());
            if (code == null && !with.equals(treat(row, Set.of()))) wrong.add("touched: " + row.keyword());
            // What the items of a sequence hold is for the items' own rules.
            if (code == ActionCode.C && row.vr() == VR.SQ) {
                if (!with.equals(untreated(row))) wrong.add("items not kept: " + row.keyword());
            } else if (code == ActionCode.C && PlantedRow.VALUES.stream().anyMatch(with::contains)) {
                wrong.add("not cleaned: " + row.keyword());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_an_option_keeps_must_be_the_kind_of_value_that_it_is_meant_for() {
        DataSet set = DataSetText.parse("StudyDate DA 20200102\nSeriesDate DA Jan2,20\nContentDate DA 20201345\n");
        anonymizer(Set.of(ProfileOption.RETAIN_LONGITUDINAL_FULL_DATES)).anonymize(set);
        assertThat(DataSetText.print(set)).contains("StudyDate DA 20200102").doesNotContain("Jan", "20201345");
    }

    @Test
    void characteristics_stay_as_they_are_even_of_those_over_89() {
        DataSet set = DataSetText.parse("""
                PatientSex CS F
                PatientAge AS 093Y
                PatientSize DS 1.7
                PatientWeight DS 70 kg
                EthnicGroupCodeSequence SQ
                  -
                    CodeValue SH 413464008
                    CodingSchemeDesignator SH SCT
                    CodeMeaning LO African race
                PregnancyStatus US 4
                """);
        anonymizer(Set.of(ProfileOption.RETAIN_PATIENT_CHARACTERISTICS)).anonymize(set);
        assertThat(DataSetText.print(set))
                .startsWith("""
                PatientSex CS F
                PatientAge AS 093Y
                PatientSize DS 1.7
                """)
                .contains("African race", "PregnancyStatus US 4")
                .doesNotContain("PatientWeight");
    }

    @Test
    void characteristics_in_free_text_are_cleaned() {
        String before = """
                PatientName PN Doe^Jane
                Allergies LO latex, says Mrs. Doe
                SpecialNeeds LO wheelchair for Jane Doe
                PreMedication LO aspirin by Dr. Sommer
                PatientState LO Doe is asleep
                """;
        DataSet set = DataSetText.parse(before);
        anonymizer(Set.of(ProfileOption.RETAIN_PATIENT_CHARACTERISTICS)).anonymize(set);
        assertThat(DataSetText.print(set))
                .contains("Allergies LO latex", "SpecialNeeds LO wheelchair", "PreMedication LO aspirin", "asleep")
                .doesNotContain("Doe", "Jane", "Sommer");
        set = DataSetText.parse(before);
        anonymizer(Set.of(ProfileOption.CLEAN_DESCRIPTORS)).anonymize(set);
        assertThat(DataSetText.print(set)).doesNotContain("latex", "wheelchair", "aspirin", "asleep");
    }

    @Test
    void AE_titles_become_codes_that_tell_devices_apart() {
        DataSet set = DataSetText.parse("StationAETitle AE CT1\\CT2\nPerformedStationAETitle AE CT1\n");
        anonymizer(Set.of(ProfileOption.RETAIN_DEVICE_IDENTITY)).anonymize(set);
        List<String> stations = set.strings(0x00080055);
        assertThat(stations).hasSize(2).doesNotHaveDuplicates().allMatch(title -> title.matches("[A-Z]{16}"));
        assertThat(set.strings(0x00400241)).containsExactly(stations.get(0));
    }

    @Test
    void an_AE_title_to_retrieve_from_goes_rather_than_leading_nowhere() {
        DataSet set = DataSetText.parse("RetrieveAETitle AE PACS\\ARCHIVE\n");
        anonymizer(Set.of(ProfileOption.RETAIN_DEVICE_IDENTITY)).anonymize(set);
        assertThat(DataSetText.print(set)).doesNotContain("RetrieveAETitle");
    }

    @Test
    void options_that_exclude_each_other_or_are_not_carried_out_are_refused_together() {
        assertThatThrownBy(() -> anonymizer(Set.of(
                        ProfileOption.RETAIN_LONGITUDINAL_FULL_DATES,
                        ProfileOption.RETAIN_LONGITUDINAL_MODIFIED_DATES,
                        ProfileOption.CLEAN_PIXEL_DATA)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(
                        "RetainLongitudinalFullDates and RetainLongitudinalModifiedDates exclude each other")
                .hasMessageContaining("CleanPixelData is not carried out");
    }

    private static String treat(TableRow row, Set<ProfileOption> options) {
        DataSet set = PlantedRow.object();
        PlantedRow.plant(set, row);
        anonymizer(options).anonymize(set);
        return element(set, row);
    }

    private static String untreated(TableRow row) {
        DataSet set = PlantedRow.object();
        PlantedRow.plant(set, row);
        return element(set, row);
    }

    /** The row's element alone, as readable text. */
    private static String element(DataSet set, TableRow row) {
        for (int tag : set.tags()) if (tag != PlantedRow.tag(row)) set.remove(tag);
        return DataSetText.print(set);
    }

    private static Anonymizer anonymizer(Set<ProfileOption> options) {
        return Anonymizer.builder()
                .profile(Profile.basic().withOptions(options))
                .key(KEY)
                .build();
    }
}
