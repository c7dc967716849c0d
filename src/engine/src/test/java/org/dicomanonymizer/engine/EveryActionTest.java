// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.action.ActionFactory;
import org.dicomanonymizer.action.Actions;
import org.dicomanonymizer.action.Parameter;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.dicom.ValueSyntax;
import org.dicomanonymizer.encryption.Recipients;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.profile.Rule;
import org.dicomanonymizer.rule.Selector;
import org.dicomanonymizer.rule.SelectorParser;
import org.dicomanonymizer.testing.TestCertificates;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every action on a value of every VR: the result is legal, or the object is refused; nothing else is thrown. */
class EveryActionTest {
    private static final int CREATOR = 0x00290010;
    private static final int TAG = 0x00291001;

    private static final Map<String, String> ARGUMENTS = Map.of(
            "find", "[^\u0000]+",
            "replace", "1",
            "value", "1",
            "missing", "empty");

    @TempDir
    Path folder;

    @TestFactory
    List<DynamicTest> on_every_vr() throws IOException {
        Path table = Files.writeString(folder.resolve("table.csv"), "nothing,else\n");
        List<DynamicTest> tests = new ArrayList<>();
        for (ActionFactory action : Actions.all())
            for (VR vr : VR.values())
                tests.add(DynamicTest.dynamicTest(action.name() + " on " + vr, () -> check(action, vr, table)));
        return tests;
    }

    private static void check(ActionFactory action, VR vr, Path table) {
        Map<String, String> parameters = new LinkedHashMap<>();
        boolean adds = action.name().equals("add");
        if (adds) parameters.putAll(Map.of("vr", vr.toString(), "overwrite", "true"));
        for (Parameter parameter : action.parameters())
            if (parameter.file()) parameters.put(parameter.name(), table.toString());
            else if (adds && parameter.required()) parameters.put(parameter.name(), another(vr));
            else if (parameter.required() || parameter.name().equals("missing"))
                parameters.put(parameter.name(), ARGUMENTS.get(parameter.name()));
        Selector selector = SelectorParser.parse("(0029,\"ACME\",01)");
        if (adds && (vr.kind() == VR.Kind.BYTES || vr.kind() == VR.Kind.SEQUENCE))
            assertThatThrownBy(() -> Rule.of(selector, "add", parameters, "rule 1"))
                    .hasMessage("action add can't make values of VR " + vr);
        else check(Rule.of(selector, action.name(), parameters, "rule 1"), vr);
    }

    private static String another(VR vr) {
        return vr == VR.AT
                ? "00100020"
                : vr.kind() == VR.Kind.NUMBER ? "1" : vr.isString() ? text(vr).replace('D', 'R') : "";
    }

    private static void check(Rule rule, VR vr) {
        DataSet set = set(vr);
        String before = string(set);
        Anonymizer anonymizer = Anonymizer.builder()
                .profile(Profile.keepAll())
                .key(ProjectKey.of("a key for tests only"))
                .rule(rule)
                .recipients(Recipients.of(List.of(TestCertificates.rsa("Doctor").certificate())))
                .build();
        try {
            anonymizer.anonymize(set);
        } catch (RefusedException e) {
            assertThat(e).hasMessageStartingWith("(0029,1001)").hasMessageNotContaining(before);
            return;
        }
        if (!set.contains(TAG)) return;
        assertThat(set.vr(TAG)).isEqualTo(vr);
        // A value that the site names is written to the letter.
        if (!rule.name().equals("replace_with_value"))
            for (String value : set.strings(TAG))
                assertThat(ValueSyntax.fault(vr, value)).as(value).isNull();
        boolean changes = !rule.name().equals("keep");
        // An action that can't treat a VR may not leave it as it is.
        if (changes && !rule.action().supports(vr)) assertThat(string(set)).isNotEqualTo(before);
    }

    private static DataSet set(VR vr) {
        DataSet set = DicomDataSet.create();
        set.setString(CREATOR, VR.LO, "ACME");
        switch (vr.kind()) {
            case SEQUENCE -> set.addItem(TAG).setString(0x00100010, VR.PN, "Doe^Jane");
            case BYTES -> set.setBytes(TAG, vr, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
            case NUMBER -> set.setString(TAG, vr, vr == VR.AT ? "00100010" : "47");
            default -> set.setString(TAG, vr, text(vr));
        }
        return set;
    }

    private static String text(VR vr) {
        return switch (vr) {
            case AE, CS -> "STATION";
            case AS -> "047Y";
            case DA -> "19471108";
            case DT -> "19471108081530";
            case TM -> "081530";
            case DS, IS -> "47";
            case UI -> "1.2.3.4";
            case UR -> "http://doe.example/";
            default -> vr.isString() ? "Doe^Jane" : fail("no value of VR " + vr);
        };
    }

    private static String string(DataSet set) {
        VR vr = set.vr(TAG);
        return switch (vr.kind()) {
            case SEQUENCE ->
                set.items(TAG).stream().map(item -> item.string(0x00100010)).toList() + "";
            case BYTES -> HexFormat.of().formatHex(set.bytes(TAG));
            default -> String.join("\\", set.strings(TAG));
        };
    }
}
