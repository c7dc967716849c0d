// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dicomanonymizer.dicom.Dictionary;
import org.dicomanonymizer.dicom.DictionaryEntry;
import org.dicomanonymizer.dicom.TagMask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EditionTest {
    private final Edition edition = Edition.latest();

    /** The sizes that the standard's own table and the Python tool's lists have. */
    @ParameterizedTest
    @CsvSource({
        "2026d, 93, 42, 417, 55, 6, 11, 23, 8, 2, 657",
        "2026c, 93, 42, 416, 55, 6, 11, 23, 8, 2, 656",
        "2024b, 92, 42, 383, 54, 6, 11, 22, 8, 2, 620",
        "2023e, 92, 43, 372, 54, 5, 11, 22, 8, 2, 609"
    })
    void isComplete(String name, int d, int z, int x, int u, int zd, int xz, int xd, int xzd, int xzu, int all) {
        Edition edition = Edition.of(name);
        int[] sizes = Stream.of(RuleGroup.values())
                .mapToInt(group -> group.rows(edition).size())
                .toArray();
        assertThat(sizes).containsExactly(d, z, x, u, zd, xz, xd, xzd, xzu, all);
        assertThat(edition.rows().stream().map(TableRow::tag).distinct()).hasSize(all);
        assertThat(edition.name()).isEqualTo(name);
    }

    @Test
    void hasEveryCodeOfEveryOption() {
        assertThat(counts(ActionCode.K))
                .isEqualTo(Map.of(
                        ProfileOption.RETAIN_UIDS, 60L,
                        ProfileOption.RETAIN_DEVICE_IDENTITY, 48L,
                        ProfileOption.RETAIN_INSTITUTION_IDENTITY, 10L,
                        ProfileOption.RETAIN_PATIENT_CHARACTERISTICS, 14L,
                        ProfileOption.RETAIN_LONGITUDINAL_FULL_DATES, 169L));
        assertThat(counts(ActionCode.C))
                .isEqualTo(Map.of(
                        ProfileOption.RETAIN_DEVICE_IDENTITY, 11L,
                        ProfileOption.RETAIN_PATIENT_CHARACTERISTICS, 5L,
                        ProfileOption.RETAIN_LONGITUDINAL_MODIFIED_DATES, 169L,
                        ProfileOption.CLEAN_DESCRIPTORS, 141L,
                        ProfileOption.CLEAN_STRUCTURED_CONTENT, 4L,
                        ProfileOption.CLEAN_GRAPHICS, 4L,
                        ProfileOption.RETAIN_SAFE_PRIVATE, 1L));
    }

    private Map<ProfileOption, Long> counts(ActionCode code) {
        return edition.rows().stream()
                .flatMap(row -> row.options().entrySet().stream())
                .filter(option -> option.getValue() == code)
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.counting()));
    }

    @Test
    void agreesWithTheDictionary() {
        Dictionary dictionary = Dictionary.standard();
        Set<String> beyond = Set.of("CurveData", "PrivateAttributes");
        assertThat(edition.rows().stream().filter(row -> !beyond.contains(row.keyword())))
                .hasSize(655)
                .allSatisfy(row -> {
                    DictionaryEntry entry = dictionary.entry(row.tag().value());
                    assertThat(row.keyword()).isEqualTo(entry.keyword());
                    assertThat(row.vr()).isEqualTo(dictionary.vr(entry.tag()));
                    assertThat(row.retired()).isEqualTo(entry.retired());
                    assertThat(dictionary.maskOf(row.keyword())).contains(row.tag());
                });
    }

    @ParameterizedTest
    @CsvSource({
        "00100010, PatientName",
        "50041234, CurveData",
        "50FE0000, CurveData",
        "601E3000, OverlayData",
        "60FE4000, OverlayComments",
        "00091001, PrivateAttributes",
        "50010010, PrivateAttributes",
        "60010010, PrivateAttributes",
        "00280010, ",
        "60000022, ",
        "FFFAFFFA, DigitalSignaturesSequence"
    })
    void findsTheRowOfATag(String tag, String keyword) {
        for (String name : Edition.names()) {
            TableRow row = Edition.of(name).row(Integer.parseUnsignedInt(tag, 16));
            if (keyword == null) assertThat(row).isNull();
            else assertThat(row.keyword()).isEqualTo(keyword);
        }
    }

    @Test
    void anOptionReplacesTheCodeOfTheProfile() {
        assertThat(edition.code(0x00080020, Set.of())).isEqualTo(ActionCode.Z);
        assertThat(edition.code(0x00080020, Set.of(ProfileOption.RETAIN_LONGITUDINAL_FULL_DATES)))
                .isEqualTo(ActionCode.K);
        assertThat(edition.code(0x00080020, Set.of(ProfileOption.RETAIN_UIDS))).isEqualTo(ActionCode.Z);
        assertThat(edition.code(0x00091001, Set.of(ProfileOption.RETAIN_SAFE_PRIVATE)))
                .isEqualTo(ActionCode.C);
        assertThat(edition.code(0x00280010, Set.of())).isNull();
    }

    @Test
    void theMostProtectiveOptionWins() {
        Set<ProfileOption> active =
                EnumSet.of(ProfileOption.RETAIN_DEVICE_IDENTITY, ProfileOption.RETAIN_LONGITUDINAL_MODIFIED_DATES);
        Stream<TableRow> keptByDevice = edition.rows().stream()
                .filter(row -> row.options().get(ProfileOption.RETAIN_DEVICE_IDENTITY) == ActionCode.K)
                .filter(row -> row.options().containsKey(ProfileOption.RETAIN_LONGITUDINAL_MODIFIED_DATES));
        assertThat(keptByDevice)
                .hasSize(11)
                .allSatisfy(row -> assertThat(row.code(active)).isEqualTo(ActionCode.C));
    }

    @Test
    void answersToTheNamesOfOtherTools() {
        assertThat(Edition.of("dicomfields_2024b")).isSameAs(Edition.of("2024b"));
        assertThat(Edition.of("dicomfields_2023")).isSameAs(Edition.of("2023e"));
        assertThat(Edition.of("latest")).isSameAs(Edition.of("2026d"));
        assertThat(Edition.names()).startsWith("2026d");
        assertThatThrownBy(() -> Edition.of("dicomfields_1999"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "Unknown DICOM anonymization database: dicomfields_1999; expected one of 2026d, ");
    }

    @ParameterizedTest
    @EnumSource(RuleGroup.class)
    void ruleGroupsAreFoundByName(RuleGroup group) {
        assertThat(RuleGroup.parse(group.name())).isSameAs(group);
        assertThat(RuleGroup.parse("x_tags").rows(edition))
                .extracting(TableRow::basic)
                .containsOnly(ActionCode.X);
        assertThatThrownBy(() -> RuleGroup.parse("Y_TAGS")).hasMessageContaining("X_Z_U_STAR_TAGS, ALL_TAGS");
    }

    @Test
    void noTagIsInTwoGroups() {
        Map<TagMask, Long> perTag = Stream.of(RuleGroup.values())
                .filter(group -> group.code() != null)
                .flatMap(group -> group.rows(edition).stream())
                .map(TableRow::tag)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(perTag)
                .hasSize(657)
                .allSatisfy((tag, groups) -> assertThat(groups).isOne());
    }
}
