// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class UidScanTest {
    private static final Pattern UID = Pattern.compile("[0-9]+(?:\\.[0-9]+){3,}");

    private static List<String> found(String text) {
        List<String> found = new ArrayList<>();
        UidScan.tells(text, uid -> !found.add(uid));
        return found;
    }

    private static List<String> foundInBytes(String text) {
        List<String> found = new ArrayList<>();
        byte[] bytes = (text + "1.2.3.4").getBytes(StandardCharsets.ISO_8859_1);
        UidScan.tells(bytes, text.length(), uid -> !found.add(uid));
        return found;
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("12.1.2.3.x/").ofMaxLength(40);
    }

    @Property
    void finds_what_the_form_of_a_UID_matches(@ForAll("texts") String text) {
        List<String> matches =
                UID.matcher(text).results().map(MatchResult::group).toList();

        assertThat(found(text)).isEqualTo(matches);
        assertThat(foundInBytes(text)).isEqualTo(matches);
    }

    @Test
    void finds_UIDs_anywhere_between_any_letters() {
        assertThat(found("1.2.840.10008")).containsExactly("1.2.840.10008");
        assertThat(found("Ünï→1.2.840.1山2.25.3.4.")).containsExactly("1.2.840.1", "2.25.3.4");
        assertThat(found(".1.2.3..1.2.3.4.x")).containsExactly("1.2.3.4");
        assertThat(UidScan.tells("x1.2.3.4", "1.2.3.4"::equals)).isTrue();
        assertThat(UidScan.tells("x1.2.3.45", "1.2.3.4"::equals)).isFalse();
    }

    @Test
    void finds_the_shortest_UIDs_at_every_place_of_bytes() {
        for (int before = 0; before <= 20; before++)
            assertThat(foundInBytes("x".repeat(before) + "1.2.3.4x5.6.7.8/1.2.3.45"))
                    .as("behind %d bytes", before)
                    .containsExactly("1.2.3.4", "5.6.7.8", "1.2.3.45");
    }
}
