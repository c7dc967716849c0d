// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Dimse;
import org.dcm4che3.net.TransferCapability.Role;
import org.dcm4chee.arc.conf.ArchiveAEExtension;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dcm4chee.arc.conf.ArchiveDeviceExtension;
import org.dicomanonymizer.archive.coerce.TestArchive;
import org.dicomanonymizer.archive.profile.Overrides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules of the guide are in order, in both spellings, and its parameters are those that there are. */
class CoercionGuideTest {
    private static final Path GUIDE = Path.of("../../docs/archive-coercion.md");

    @TempDir
    Path folder;

    @Test
    void the_rules_of_the_guide_give_no_finding() throws IOException {
        TestArchive archive = new TestArchive(folder);
        archive.reload(archive.profile("research", "\"extends\": \"research\""));
        archive.device.addDeviceExtension(new ArchiveDeviceExtension());
        ApplicationEntity entity = new ApplicationEntity("DEID");
        ArchiveAEExtension extension = new ArchiveAEExtension();
        entity.addAEExtension(extension);
        archive.device.addApplicationEntity(entity);
        for (Map<String, String> rule : ldif())
            extension.getAttributeCoercions2().add(rule(rule));
        assertThat(new CoercionHealth(archive.device, archive.profiles).examine())
                .isEqualTo(new HealthReport(2, List.of()));
    }

    @Test
    void both_spellings_say_the_same() throws IOException {
        List<Map<String, String>> ldif = ldif();
        ldif.forEach(rule -> rule.keySet().removeAll(List.of("dn", "objectClass")));
        assertThat(json()).isEqualTo(ldif);
    }

    @Test
    void the_parameters_are_those_that_there_are() throws IOException {
        Map<String, String> parameters = new TreeMap<>();
        for (String row : section("### Parameters of a rule").lines().toList())
            if (row.startsWith("| `")) parameters.put(row.split("`")[1], row.contains("`true`") ? "true" : "X");
        assertThat(parameters).hasSize(Overrides.class.getRecordComponents().length);
        assertThat(Overrides.of(parameters)).isEqualTo(new Overrides("X", "X", true));
    }

    private static ArchiveAttributeCoercion2 rule(Map<String, String> attributes) {
        ArchiveAttributeCoercion2 rule = new ArchiveAttributeCoercion2(attributes.get("cn"))
                .setURI(attributes.get("dcmURI"))
                .setDIMSE(Dimse.valueOf(attributes.get("dcmDIMSE")))
                .setRole(Role.valueOf(attributes.get("dicomTransferRole")));
        rule.setPriority(Integer.parseInt(attributes.get("dcmRulePriority")));
        return rule;
    }

    private static List<Map<String, String>> ldif() throws IOException {
        List<Map<String, String>> entries = new ArrayList<>();
        for (String entry : block("ldif").split("\n\\s*\n")) {
            Map<String, String> attributes = new TreeMap<>();
            for (String line : entry.strip().lines().toList()) {
                String[] parts = line.strip().split(": ", 2);
                attributes.put(parts[0], parts[1]);
            }
            entries.add(attributes);
        }
        return entries;
    }

    private static List<Map<String, String>> json() throws IOException {
        List<Map<String, String>> rules = new ArrayList<>();
        for (String object : block("json").split("\\{")) {
            Map<String, String> attributes = new TreeMap<>();
            Matcher pairs =
                    Pattern.compile("\"(\\w+)\": \"?([^\",}]+?)\"?(?=,| })").matcher(object);
            while (pairs.find()) attributes.put(pairs.group(1), pairs.group(2).strip());
            if (!attributes.isEmpty()) rules.add(attributes);
        }
        return rules;
    }

    private static String block(String language) throws IOException {
        Matcher block = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(Files.readString(GUIDE));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private static String section(String title) throws IOException {
        String guide = Files.readString(GUIDE);
        int start = guide.indexOf(title);
        return guide.substring(start, guide.indexOf("\n## ", start));
    }
}
