// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contract on UnboundID's server, which counts what is written. */
class InMemoryDirectoryTest extends DirectoryContract {
    private static InMemoryDirectory server;

    @BeforeAll
    static void start() throws Exception {
        server = new InMemoryDirectory(true);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    Directory directory() {
        return server;
    }

    @Test
    void one_change_is_one_operation() throws Exception {
        String profile = "danProfileName=p," + Directory.DEVICE;
        Entry first = rule("first", 1);
        merge(List.of(profile(List.of(first, rule("second", 2)))));
        server.written();
        merge(List.of(profile(List.of(first, rule("second", 3)))));
        assertThat(server.written()).containsExactly("modify danRuleName=second," + profile + " danOrder");
        merge(List.of(profile(List.of(first, rule("second", 3), rule("third", 4)))));
        assertThat(server.written()).containsExactly("add danRuleName=third," + profile);
        merge(List.of(profile(List.of(rule("second", 3), rule("third", 4)))));
        assertThat(server.written()).containsExactly("delete danRuleName=first," + profile);
        merge(List.of(profile(List.of(rule("second", 3), rule("third", 4)))));
        assertThat(server.written()).isEmpty();
    }
}
