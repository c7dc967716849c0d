// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dicomanonymizer.archive.coerce.TestArchive.attributes;
import static org.dicomanonymizer.archive.coerce.TestArchive.sending;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.VR;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dicomanonymizer.archive.profile.ProfileEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An object is treated by one state of the configuration, from its announcement to its last attribute. */
class ReloadTest {
    private static final int SENDERS = 3;
    private static final int OBJECTS = 60;

    @TempDir
    Path folder;

    private TestArchive archive;
    private ProfileEntry a;
    private ProfileEntry b;
    private final ArchiveAttributeCoercion2 rule = sending("p");

    @BeforeEach
    void start() {
        archive = new TestArchive(folder);
        a = entry("A");
        b = entry("B");
    }

    /** Everything in the result tells by which of the two states it was made. */
    private ProfileEntry entry(String state) {
        return new ProfileEntry(
                "p",
                archive.profile("p")
                        .json()
                        .replace(
                                "\"identity\": {",
                                "\"rules\": [{\"tag\": \"StationName\", \"action\": \"replace_with_value\", \"value\": \""
                                        + state
                                        + "\"}], \"identity\": {\"project\": \"" + state
                                        + "\", \"pseudonym\": {\"prefix\": \""
                                        + state + "-\"},"));
    }

    private static Attributes object() {
        return attributes(CallSitesTest.CT.replace("InstitutionName LO Hospital\n", "StationName SH ROOM1\n"));
    }

    @Test
    void what_was_announced_is_sent_so_though_the_configuration_has_changed_and_what_comes_next_is_not() {
        archive.reload(a);
        String announced = archive.coercion.remapUID(rule, "1.2.3.4");
        archive.reload(b);
        Attributes object = object();
        archive.coercion.coerce(rule, null, null, "DCM4CHEE", null, "REMOTE", object, null);
        assertThat(object.getString(0x00080018)).isEqualTo(announced);
        assertThat(object.getString(0x00081010)).isEqualTo("A");
        Attributes next = object();
        archive.send(rule, next);
        assertThat(next.getString(0x00081010)).isEqualTo("B");
        Attributes byWado = object();
        archive.wado(rule, byWado);
        assertThat(byWado.getString(0x00081010)).isEqualTo("B");
    }

    @Test
    void an_announcement_that_was_never_sent_counts_for_no_other_object_or_rule() {
        archive.reload(a);
        archive.coercion.remapUID(rule, "1.2.3.4");
        archive.reload(b);
        Attributes byAnotherRule = object();
        archive.wado(sending("p"), byAnotherRule);
        assertThat(byAnotherRule.getString(0x00081010)).isEqualTo("B");
        Attributes other = object();
        other.setString(0x00080018, VR.UI, "1.2.3.5");
        archive.wado(rule, other);
        assertThat(other.getString(0x00081010)).isEqualTo("B");
    }

    @Test
    void two_rules_one_after_the_other_agree_with_what_they_announced() {
        archive.reload(a, new ProfileEntry("q", b.json()));
        ArchiveAttributeCoercion2 second = sending("q");
        String announced = archive.coercion.remapUID(second, archive.coercion.remapUID(rule, "1.2.3.4"));
        Attributes object = object();
        archive.coercion.coerce(rule, null, null, "DCM4CHEE", null, "REMOTE", object, null);
        archive.coercion.coerce(second, null, null, "DCM4CHEE", null, "REMOTE", object, null);
        assertThat(object.getString(0x00080018)).isEqualTo(announced);
    }

    @Test
    void no_object_mixes_two_states_while_the_configuration_is_reloaded_all_the_time() throws Exception {
        archive.reload(a);
        Map<String, String> uids = Map.of("A", uid(), "B", reloaded(b));
        Callable<List<String>> sender = () -> {
            List<String> states = new ArrayList<>();
            while (states.size() < OBJECTS || !states.containsAll(uids.keySet())) {
                Attributes object = object();
                String announced = archive.send(rule, object);
                String state = object.getString(0x00081010);
                assertThat(uids).containsEntry(state, announced);
                assertThat(object.getString(0x00080018)).isEqualTo(announced);
                assertThat(object.getString(0x00100020)).startsWith(state + "-");
                states.add(state);
            }
            return states;
        };
        ExecutorService pool = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Future<List<String>>> results = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) results.add(pool.submit(sender));
            while (results.stream().anyMatch(result -> !result.isDone())) {
                archive.reload(a);
                archive.reload(b);
            }
            List<String> states = new ArrayList<>();
            for (Future<List<String>> result : results) states.addAll(result.get());
            assertThat(states).hasSizeGreaterThanOrEqualTo(SENDERS * OBJECTS);
        } finally {
            pool.shutdownNow();
        }
    }

    private String reloaded(ProfileEntry entry) {
        archive.reload(entry);
        return uid();
    }

    private String uid() {
        return archive.profiles.current().named("p").anonymizer().instanceUid("1.2.3.4");
    }
}
