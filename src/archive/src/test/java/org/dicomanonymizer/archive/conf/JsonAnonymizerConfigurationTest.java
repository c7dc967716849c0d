// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.stream.JsonParsingException;
import java.nio.file.Files;
import java.util.List;
import org.dcm4che3.net.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the archive's REST services take as the JSON of a device, and what they refuse with status 400. */
class JsonAnonymizerConfigurationTest {
    private static final String PROFILE = "'danProfileName': 'p', 'danKeyFile': 'project.key'";

    @RegisterExtension
    final ConfigurationFolder folder = new ConfigurationFolder();

    private final Device live = new Device("dcm4chee-arc");

    @Test
    void it_follows_the_archives_conventions() throws Exception {
        String json = device(PROFILE + ", 'danOption': ['RetainUIDs'], 'danPseudonymLength': 12, 'danVerify': true,"
                + " 'danRule': [{'danRuleName': 'r', 'danOrder': 5, 'danTag': 'StudyID', 'danAction': 'hash',"
                + " 'danActionParam': ['length=8']}]");
        Device device = read(json);
        assertThat(new DeviceJson(live).write(device)).endsWith(compact("""
                'dcmDevice':{'danProfile':[{'danProfileName':'p','danOption':['RetainUIDs'],
                'danKeyFile':'project.key','danPseudonymLength':12,'danVerify':true,'danRule':[{'danRuleName':'r','danOrder':5,
                'danTag':'StudyID','danAction':'hash','danActionParam':['length=8']}]}]}}"""));
    }

    @Test
    void a_device_without_the_key_has_no_extension() throws Exception {
        for (String json : List.of(
                "{'dicomDeviceName':'d','dcmDevice':{}}", "{'dicomDeviceName':'d','dcmDevice':{'danProfile':[]}}"))
            assertThat(read(json.replace('\'', '"')).getDeviceExtension(AnonymizerDeviceExtension.class))
                    .isNull();
    }

    @Test
    void rules_without_numbers_are_in_the_order_of_the_list() throws Exception {
        String rules = PROFILE + ", 'danRule': [{'danRuleName': 'z', 'danTag': 'StudyID', 'danAction': 'keep'%s},"
                + " {'danRuleName': 'a', 'danTag': 'StudyDate', 'danAction': 'keep'}]";
        assertThat(AnonymizerDeviceExtension.configurationOf(read(device(rules.formatted(""))))
                        .get(0)
                        .children())
                .extracting(Entry::name, Entry::order)
                .containsExactly(tuple("z", 10), tuple("a", 20));
        refused(rules.formatted(", 'danOrder': 3"), "profile p, rule a, danOrder: is missing");
    }

    @Test
    void what_does_not_compile_is_refused_with_profile_rule_and_key() throws Exception {
        refused(
                PROFILE + ", 'danOption': ['CleanEverything'], 'danRule': ["
                        + rule("one", 1, "'StudyId'", "'keep'") + ","
                        + rule("two", 2, "'StudyDate'", "'shift_date', 'danActionParam': ['dais=3']") + "]",
                "profile p, danOption: P111 ",
                "profile p, rule one, danTag: P120 ",
                "did you mean \"StudyID\"?",
                "profile p, rule two, danActionParam dais: P103 ");
        refused("'danProfileName': 'p'", "profile p: refers to no key");
        refused("'danProfileName': 'p', 'danKeyFile': 'missing.key'", "profile p: ", "missing.key");
        refused(
                PROFILE + ", 'danRule': [" + rule("one", 1, "'StudyID'", "'keep'") + ","
                        + rule("two", 2, "'StudyID'", "'empty'") + "]",
                "profile p, rule one: P125 keep of (0020,0010) never acts, since empty by rule two comes later");
        refused(
                PROFILE + ", 'danPixelRegion': [{'danRegionName': 'top', 'danOrder': 1, 'danRectangle': ['0,0,1']}]",
                "profile p, region top, danRectangle: P106 \"0,0,1\"");
        refused(PROFILE + ", 'danKeyEnvironment': 'KEY'", "profile p, identity.key: P106 ");
    }

    @Test
    void what_the_directory_could_not_hold_is_refused() throws Exception {
        refused(PROFILE + "}, {" + PROFILE, "there are several profiles p");
        refused(
                PROFILE + ", 'danRule': [" + rule("r", 1, "'StudyID'", "'keep'") + ","
                        + rule("r", 2, "'StudyDate'", "'keep'") + "]",
                "profile p: there are several entries danRuleName=r");
        refused(PROFILE + ", 'danProject': ''", "profile p, danProject: has an empty value");
        refused(PROFILE + ", 'danTextWord': ['a', 'a ']", "profile p, danTextWord: \"a \" stands there twice");
        refused(PROFILE + ", 'danVerify': 'perhaps'", "profile p, danVerify: \"perhaps\" is neither TRUE nor FALSE");
        refused(PROFILE + ", 'danPseudonymLength': 12.5", "profile p, danPseudonymLength: \"12.5\" is no whole number");
        refused(PROFILE + ", 'danEdition': ['2026d', 'none']", "profile p, danEdition: has several values");
        refused(
                PROFILE + ", 'danRuleFile': 'old.json', 'danRule': [" + rule("r", 1, "'StudyID'", "'keep'") + "]",
                "profile p, danRuleFile: rules stand in a file or below the profile, not in both");
    }

    private static String rule(String name, int order, String tag, String action) {
        return "{'danRuleName': '%s', 'danOrder': %d, 'danTag': %s, 'danAction': %s}"
                .formatted(name, order, tag, action);
    }

    /** A setting that is misspelt would be one that does not protect. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'danVerifi': true",
                "'danProfile': []",
                "'danRule': [{'danRuleName': 'r', 'danWhat': 'x'}]",
                "'danRule': [{'danTag': 'StudyID'}]",
                "'danRule': {}",
                "'danOption': [['RetainUIDs']]",
                "'danOption': {}",
                "'danVerify': null",
                "'danVerify': true, 'danVerify': false",
            })
    void what_is_no_entry_is_refused_with_its_place(String property) {
        assertThatThrownBy(() -> read(device(PROFILE + ", " + property)))
                .isInstanceOfSatisfying(
                        JsonParsingException.class,
                        e -> assertThat(e.getLocation().getLineNumber()).isEqualTo(1));
    }

    @Test
    void who_saves_something_else_has_not_edited_a_profile_that_was_broken_before() throws Exception {
        String good = device(PROFILE);
        AnonymizerDeviceExtension inForce = new AnonymizerDeviceExtension();
        inForce.setConfiguration(AnonymizerDeviceExtension.configurationOf(read(good)));
        live.addDeviceExtension(inForce);
        Files.delete(folder.path().resolve("project.key"));
        assertThat(AnonymizerDeviceExtension.configurationOf(read(good))).hasSize(1);
        refused(PROFILE + ", 'danVerify': true", "profile p: ", "project.key");
    }

    private void refused(String profile, String... reasons) throws Exception {
        assertThatThrownBy(() -> read(device(profile)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(reasons);
    }

    private Device read(String json) throws Exception {
        return new DeviceJson(live).read(json);
    }

    private static String device(String profile) {
        return "{'dicomDeviceName': 'dcm4chee-arc', 'dcmDevice': {'danProfile': [{%s}]}}"
                .formatted(profile)
                .replace('\'', '"');
    }

    private static String compact(String json) {
        return json.replace('\'', '"').replace("\n", "");
    }
}
