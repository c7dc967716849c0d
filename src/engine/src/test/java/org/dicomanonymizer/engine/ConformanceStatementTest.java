// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.standard.Edition;
import org.dicomanonymizer.standard.ProfileOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConformanceStatementTest {

    private static String statement(Profile profile) {
        return Anonymizer.builder().profile(profile).build().conformanceStatement();
    }

    @Test
    void lists_every_attribute_of_the_table_with_what_is_done_to_it() {
        String statement = statement(Profile.basic());
        assertThat(Edition.latest().rows())
                .allSatisfy(row -> assertThat(statement)
                        .contains("| " + row.tag() + " | " + row.keyword() + " | "
                                + row.basic().code() + " |"));
        assertThat(statement)
                .contains("edition 2026d", "113100", "No option is taken", "No attributes are encrypted", "REMOVED")
                .doesNotContainPattern("\\{(?!n\\})\\w+\\}");
    }

    @ParameterizedTest
    @EnumSource(ProfileOption.class)
    void tells_the_manner_of_every_option_that_is_carried_out(ProfileOption option) {
        if (!OptionRules.problems(Set.of(option)).isEmpty()) return; // a profile with it is refused
        assertThat(statement(Profile.basic().withOptions(Set.of(option))))
                .contains(option.concept().value(), "**" + option.concept().meaning() + "**: ")
                .doesNotContain(": null");
    }

    @Test
    void tells_rules_of_the_site_and_the_range_of_shifted_dates() {
        Profile profile = Profile.basic()
                .withOptions(EnumSet.of(
                        ProfileOption.RETAIN_LONGITUDINAL_MODIFIED_DATES, ProfileOption.RETAIN_SAFE_PRIVATE));
        String statement = Anonymizer.builder()
                .profile(profile)
                .rule("SeriesDescription", "keep")
                .build()
                .conformanceStatement();
        assertThat(statement)
                .contains(
                        "- SeriesDescription: keep [rule 1]. Leaves the element as it is",
                        "within " + profile.dates().shift(),
                        "Philips PET Private Group");
    }

    @Test
    void a_profile_that_does_not_de_identify_has_nothing_to_state() {
        assertThatThrownBy(() -> statement(Profile.keepAll()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("keep-all");
    }
}
