// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dcm4che3.conf.api.ConfigurationChanges;
import org.dcm4che3.conf.api.ConfigurationChanges.ModifiedObject;
import org.dcm4che3.conf.api.DicomConfiguration.Option;
import org.dcm4che3.conf.ldap.LdapDicomConfiguration;
import org.dcm4che3.net.Device;
import org.dicomanonymizer.archive.profile.ProfileSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the profiles of a device have to do in any directory. */
abstract class DirectoryContract {
    private static final String PROFILE = "danProfileName=p," + Directory.DEVICE;

    @RegisterExtension
    final ConfigurationFolder folder = new ConfigurationFolder();

    private LdapDicomConfiguration ldap;

    abstract Directory directory();

    @BeforeEach
    void connect() throws Exception {
        directory().reset();
        ldap = directory().configuration();
    }

    @AfterEach
    void disconnect() {
        ldap.close();
    }

    @Test
    void profiles_go_through_directory_objects_and_json_unchanged() throws Exception {
        List<Entry> profiles = folder.profiles();
        merge(profiles);
        String stored = directory().dump();
        assertThat(stored).contains("danProfileName: [research]", "danProfileName: [everything]");

        Device loaded = load();
        Device read = json(loaded).read(json(loaded).write(loaded));
        assertThat(configuration(read)).isEqualTo(configuration(loaded));
        ConfigurationChanges changes = ldap.merge(read, EnumSet.of(Option.CONFIGURATION_CHANGES_VERBOSE));
        assertThat(changes.modifiedObjects()).isEmpty();
        assertThat(directory().dump()).isEqualTo(stored);

        assertThat(profilesOf(loaded).all())
                .filteredOn(profile -> !profile.name().equals("everything"))
                .hasSizeGreaterThan(2)
                .allSatisfy(profile -> assertThat(profile.errors()).isEmpty());
    }

    @Test
    void the_text_of_a_profile_means_the_same_after_the_directory_and_stays_so() throws Exception {
        List<Entry> profiles = folder.profiles();
        merge(profiles);
        List<Entry> loaded = configuration(load());
        for (Entry profile : profiles) {
            Entry same = loaded.stream()
                    .filter(entry -> entry.name().equals(profile.name()))
                    .findFirst()
                    .orElseThrow();
            String text = ProfileJson.write(same);
            assertThat(ProfileTexts.meaning(text, folder.path()))
                    .isEqualTo(ProfileTexts.meaning(ProfileJson.write(profile), folder.path()));
            assertThat(ProfileJson.write(ProfileImport.read(text, null, same, folder.path())))
                    .isEqualTo(text);
        }
    }

    @Test
    void a_device_that_is_added_brings_its_profiles() throws Exception {
        Device device = new Device("another");
        extension(device, folder.profiles());
        ConfigurationChanges changes = ldap.persist(device, EnumSet.of(Option.CONFIGURATION_CHANGES));
        assertThat(changes.modifiedObjects()).hasSize(1);
        assertThat(names(configuration(ldap.findDevice("another"))))
                .containsExactlyInAnyOrderElementsOf(names(folder.profiles()));
    }

    @Test
    void rules_keep_their_order_and_another_order_is_written() throws Exception {
        List<Entry> rules = new ArrayList<>(
                IntStream.range(0, 60).mapToObj(i -> rule("r" + (59 - i), i)).toList());
        merge(List.of(profile(rules)));
        assertThat(names(rulesOf(load()))).isEqualTo(names(rules));

        Collections.rotate(rules, 1);
        List<Entry> rotated =
                IntStream.range(0, 60).mapToObj(i -> rules.get(i).at(i)).toList();
        ConfigurationChanges changes = merge(List.of(profile(rotated)));
        assertThat(changes.modifiedObjects()).hasSize(60);
        assertThat(names(rulesOf(load()))).isEqualTo(names(rotated));
        assertThat(ProfileJson.write(configuration(load()).get(0))).containsSubsequence("r0", "r59", "r58");
    }

    @Test
    void what_changed_is_written_and_noted_and_nothing_else() throws Exception {
        Entry first = rule("first", 1);
        Entry second = rule("second", 2);
        merge(List.of(profile(List.of(first, second))));

        Entry edited = new Entry(
                EntryType.RULE,
                "second",
                Map.of(
                        "danOrder",
                        List.of("2"),
                        "danTag",
                        List.of("StationName"),
                        "danAction",
                        List.of("empty"),
                        "danComment",
                        List.of("why")),
                List.of());
        assertThat(noted(merge(List.of(profile(List.of(first, edited))))))
                .containsExactly(
                        "U danRuleName=second," + PROFILE
                                + " danTag:[(0009,\"second\",01)]=>[StationName] danAction:[keep]=>[empty] danComment:[]=>[why]");

        Entry third = rule("third", 3);
        assertThat(noted(merge(List.of(profile(List.of(first, edited, third))))))
                .containsExactly("C danRuleName=third," + PROFILE
                        + " danOrder:[]=>[3] danTag:[]=>[(0009,\"third\",01)] danAction:[]=>[keep]");
        assertThat(noted(merge(List.of(profile(List.of(edited, third))))))
                .containsExactly("D danRuleName=first," + PROFILE);
        assertThat(noted(merge(List.of()))).containsExactly("D " + PROFILE);
        assertThat(load().getDeviceExtension(AnonymizerDeviceExtension.class)).isNull();
        assertThat(directory().dump()).contains("cn=dicom," + Directory.DEVICE).doesNotContain("dan");
    }

    @Test
    void values_in_another_order_are_no_change() throws Exception {
        merge(List.of(withOptions("RetainUIDs", "CleanGraphics")));
        assertThat(merge(List.of(withOptions("CleanGraphics", "RetainUIDs"))).modifiedObjects())
                .isEmpty();
    }

    @Test
    void names_that_would_need_escapes_are_refused_before_anything_is_written() throws Exception {
        String before = directory().dump();
        for (String name : List.of("a,b", "a=b", "a/b", " a", "ä", "", "x".repeat(65)))
            assertThatThrownBy(() -> json(load()).read("""
                                    {"dicomDeviceName":"dcm4chee-arc","dcmDevice":{"danProfile":[
                                      {"danProfileName":"%s","danKeyFile":"project.key"}]}}""".formatted(name)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no usable name");
        assertThat(directory().dump()).isEqualTo(before);
    }

    @Test
    void what_others_wrote_wrongly_concerns_its_profile_only() throws Exception {
        merge(List.of(profile(List.of(rule("r", 1)))));
        directory().add(Directory.ldif("""
                        dn: danProfileName=broken,%1$s
                        objectClass: danProfile
                        danProfileName: broken
                        danKeyFile: project.key
                        danOption: CleanEverything
                        danTextUnknown: maybe
                        danPseudonymLength: 4

                        dn: danRuleName=one,danProfileName=broken,%1$s
                        objectClass: danRule
                        danRuleName: one
                        danOrder: 1
                        danTag: StationNam
                        danAction: vanish

                        dn: danRuleName=two,danProfileName=broken,%1$s
                        objectClass: danRule
                        danRuleName: two
                        danOrder: 1
                        danTag: StationName
                        danAction: pseudonym
                        danActionParam: length=many
                        danActionParam: prefix

                        dn: danProfileName=a\\,b,%1$s
                        objectClass: danProfile
                        danProfileName: a,b
                        danKeyFile: project.key

                        dn: danProfileName=a/b,%1$s
                        objectClass: danProfile
                        danProfileName: a/b
                        danKeyFile: project.key
                        """.formatted(Directory.DEVICE)));
        ProfileSet profiles = profilesOf(load());
        assertThat(profiles.named("p").isUsable()).isTrue();
        assertThat(profiles.named("a/b").isUsable()).isFalse();
        assertThat(profiles.named("a,b").errors()).singleElement().asString().contains("no usable name");
        assertThat(String.join("\n", profiles.named("broken").errors()))
                .contains("profile broken, danOption: P111")
                .contains("profile broken, danTextUnknown: P106")
                .contains("profile broken, identity: P106")
                .contains("profile broken, rule one, danTag: P120")
                .contains("profile broken, rule one, danAction: P121")
                .contains("profile broken, rule two: P122 action pseudonym \"length\"")
                .contains("profile broken, rule two, danActionParam: \"prefix\" is no parameter")
                .contains("profile broken, danOrder: the rules one and two both have 1");

        // The device can be saved all the same, and the broken profile be mended.
        Device device = load();
        assertThat(merge(json(device).read(json(device).write(device))).modifiedObjects())
                .isEmpty();
        merge(List.of(profile(List.of())));
        assertThat(names(configuration(load()))).containsExactly("p");
    }

    final ConfigurationChanges merge(List<Entry> profiles) throws Exception {
        Device device = new Device(Directory.DEVICE_NAME);
        extension(device, profiles);
        return merge(device);
    }

    private ConfigurationChanges merge(Device device) throws Exception {
        return ldap.merge(device, EnumSet.of(Option.CONFIGURATION_CHANGES_VERBOSE));
    }

    final Device load() throws Exception {
        return ldap.findDevice(Directory.DEVICE_NAME);
    }

    private static void extension(Device device, List<Entry> profiles) {
        AnonymizerDeviceExtension extension = new AnonymizerDeviceExtension();
        extension.setConfiguration(profiles);
        device.addDeviceExtension(extension);
    }

    private static DeviceJson json(Device live) {
        return new DeviceJson(live);
    }

    private static ProfileSet profilesOf(Device device) {
        return new ConfiguredProfiles(device).current();
    }

    private static List<Entry> configuration(Device device) {
        return AnonymizerDeviceExtension.configurationOf(device);
    }

    private static List<Entry> rulesOf(Device device) {
        return configuration(device).get(0).children(EntryType.RULE);
    }

    private static List<String> names(List<Entry> entries) {
        return entries.stream().map(Entry::name).toList();
    }

    static Entry profile(List<Entry> rules) {
        return new Entry(EntryType.PROFILE, "p", Map.of("danKeyFile", List.of("project.key")), rules);
    }

    private static Entry withOptions(String... options) {
        return new Entry(EntryType.PROFILE, "p", Map.of("danOption", List.of(options)), List.of());
    }

    static Entry rule(String name, int order) {
        return new Entry(
                EntryType.RULE,
                name,
                Map.of(
                        "danOrder", List.of(String.valueOf(order)),
                        "danTag", List.of("(0009,\"" + name + "\",01)"),
                        "danAction", List.of("keep")),
                List.of());
    }

    private static List<String> noted(ConfigurationChanges changes) {
        return changes.modifiedObjects().stream().map(DirectoryContract::noted).toList();
    }

    private static String noted(ModifiedObject object) {
        StringBuilder text = new StringBuilder(object.changeType() + " " + object.dn());
        object.modifiedAttributes()
                .forEach(attribute -> text.append(' ')
                        .append(attribute.name())
                        .append(':')
                        .append(attribute.removedValues())
                        .append("=>")
                        .append(attribute.addedValues()));
        return text.toString();
    }
}
