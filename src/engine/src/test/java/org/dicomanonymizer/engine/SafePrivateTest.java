// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.profile.PrivateSettings;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.rule.Selector;
import org.dicomanonymizer.rule.SelectorParser;
import org.dicomanonymizer.standard.ProfileOption;
import org.dicomanonymizer.testing.DataSetText;
import org.junit.jupiter.api.Test;

/** The Retain Safe Private Option (PS3.15 E.3.10). */
class SafePrivateTest {

    private static String treat(String before, String... siteList) {
        List<Selector.OfPrivate> safe = Arrays.stream(siteList)
                .map(text -> (Selector.OfPrivate) SelectorParser.parse(text))
                .toList();
        DataSet set = DataSetText.parse(before);
        Anonymizer.builder()
                .profile(Profile.builder("test")
                        .options(Set.of(ProfileOption.RETAIN_SAFE_PRIVATE))
                        .privates(new PrivateSettings(false, safe))
                        .build())
                .build()
                .anonymize(set);
        assertThat(DataSetText.print(set)).contains("CodeValue SH 113111");
        for (int tag : set.tags()) if (!Tag.isPrivate(tag)) set.remove(tag);
        return DataSetText.print(set);
    }

    @Test
    void the_standards_list_stays_in_whatever_block_it_is() {
        assertThat(treat("""
                        (7053,0010) LO SOMETHING ELSE
                        (7053,0011) LO Philips PET Private Group
                        (7053,1000) DS 1
                        (7053,1100) DS 2.5
                        (7053,1103) ST /home/jane/doe
                        (7053,1109) DS 3
                        """)).isEqualTo("""
                        (7053,0011) LO Philips PET Private Group
                        (7053,1100) DS 2.5
                        (7053,1109) DS 3
                        """);
    }

    @Test
    void what_was_read_without_its_VR_gets_the_one_of_the_list() {
        assertThat(treat("(7053,0010) LO Philips PET Private Group\n(7053,1000) UN 312e35\n"))
                .isEqualTo("(7053,0010) LO Philips PET Private Group\n(7053,1000) DS 1.5\n");
    }

    @Test
    void writing_in_place_of_numbers_is_not_safe() {
        assertThat(treat("""
                        (0019,0010) LO SIEMENS MR HEADER
                        (0019,100C) IS Doe
                        (0019,100D) CS Doe, Jane Roberta
                        (2001,0010) LO Philips Imaging DD 001
                        (2001,1003) UN 446f652c204a616e652e2e2e
                        (2001,1004) CS FH
                        """)).isEqualTo("(2001,0010) LO Philips Imaging DD 001\n(2001,1004) CS FH\n");
    }

    @Test
    void a_site_adds_elements_of_its_own_and_opaque_bytes_only_so() {
        String before = """
                (0019,0010) LO ACME
                (0019,100C) IS 1000
                (0019,100D) OB 0102
                (0019,100E) LO Dr. Smith
                (0019,100F) UI 1.2.3.4
                (0019,1010) PN Smith
                """;
        assertThat(treat(before)).isEmpty();
        assertThat(treat(
                        before, "(0019,\"ACME\",0C)", "(0019,\"ACME\",0D)", "(0019,\"ACME\",0F)", "(0019,\"ACME\",10)"))
                .contains("(0019,0010) LO ACME\n(0019,100C) IS 1000\n(0019,100D) OB 0102\n(0019,100F) UI 2.25.")
                .doesNotContain("Smith");
    }

    @Test
    void a_nested_private_sequence_is_treated_element_by_element() {
        String after = treat("""
                (0029,0010) LO ACME
                (0029,1001) SQ
                  -
                    PatientName PN Doe^Jane
                    SliceThickness DS 5
                    (0029,0010) LO ACME
                    (0029,1002) IS 7
                    (0029,1003) IS 8
                """, "(0029,\"ACME\",01)", "(0029,\"ACME\",02)");
        assertThat(after.replaceAll("PN [B-Z]{16}", "PN PSEUDONYM")).isEqualTo("""
                (0029,0010) LO ACME
                (0029,1001) SQ
                  -
                    PatientName PN PSEUDONYM
                    SliceThickness DS 5
                    (0029,0010) LO ACME
                    (0029,1002) IS 7
                """);
    }

    @Test
    void what_the_object_itself_declares_is_honoured_and_pruned_to_what_is_left() {
        String declared = """
                PrivateDataElementCharacteristicsSequence SQ
                  -
                    PrivateGroupReference US 25
                    PrivateCreatorReference LO ACME
                    BlockIdentifyingInformationStatus CS SAFE
                  -
                    PrivateGroupReference US 27
                    PrivateCreatorReference LO MIXED
                    BlockIdentifyingInformationStatus CS MIXED
                    NonidentifyingPrivateElements US 1
                    DeidentificationActionSequence SQ
                      -
                        IdentifyingPrivateElements US 2
                        DeidentificationAction CS Z
                  -
                    PrivateGroupReference US 29
                    PrivateCreatorReference LO BAD
                    BlockIdentifyingInformationStatus CS UNSAFE
                (0019,0010) LO ACME
                (0019,1001) IS 1
                (001B,0010) LO MIXED
                (001B,1001) IS 1
                (001B,1002) LO Smith
                (001B,1003) IS 3
                (001D,0010) LO BAD
                (001D,1001) IS 1
                """;
        DataSet set = DataSetText.parse(declared);
        Anonymizer.builder()
                .profile(Profile.basic().withOptions(Set.of(ProfileOption.RETAIN_SAFE_PRIVATE)))
                .build()
                .anonymize(set);
        assertThat(set.items(0x00080300)).hasSize(2);
        assertThat(DataSetText.print(set)).contains("""
                (0019,0010) LO ACME
                (0019,1001) IS 1
                (001B,0010) LO MIXED
                (001B,1001) IS 1
                (001B,1002) LO
                """).doesNotContain("Smith", "(001B,1003)", "BAD");
    }

    @Test
    void without_the_option_the_declaration_goes_with_the_elements() {
        DataSet set = DataSetText.parse("""
                PrivateDataElementCharacteristicsSequence SQ
                  -
                    PrivateGroupReference US 25
                    PrivateCreatorReference LO ACME
                    BlockIdentifyingInformationStatus CS SAFE
                (0019,0010) LO ACME
                (0019,1001) IS 1
                """);
        Anonymizer.builder().build().anonymize(set);
        assertThat(DataSetText.print(set)).doesNotContain("ACME");
    }
}
