// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ByteSearchTest {
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private static ByteSearch search(List<String> identifiers) {
        Identifiers.Builder all = Identifiers.builder();
        identifiers.forEach(identifier -> all.add(Kind.IDENTIFIER, identifier));
        return all.build().inBytes(Set.of(Kind.IDENTIFIER), 2);
    }

    @Provide
    Arbitrary<List<String>> identifiers() {
        return Arbitraries.strings()
                .withChars("abAB")
                .ofMinLength(1)
                .ofMaxLength(4)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<String> haystacks() {
        return Arbitraries.strings().withChars("abAB\0.").ofMaxLength(20);
    }

    @Property
    void finds_what_a_comparison_at_every_place_finds(
            @ForAll("identifiers") List<String> identifiers,
            @ForAll("haystacks") String haystack,
            @ForAll @IntRange(max = 3) int before,
            @ForAll @IntRange(max = 3) int behind) {
        byte[] bytes = haystack.getBytes(StandardCharsets.ISO_8859_1);
        int offset = Math.min(before, bytes.length);
        int length = Math.max(0, bytes.length - offset - behind);
        String searched = haystack.substring(offset, offset + length).toLowerCase(Locale.ROOT);
        boolean there = identifiers.stream()
                .filter(identifier -> identifier.length() >= 2)
                .anyMatch(identifier -> CHARSETS.stream()
                        .map(charset -> new String(
                                identifier.toLowerCase(Locale.ROOT).getBytes(charset), StandardCharsets.ISO_8859_1))
                        .anyMatch(searched::contains));

        assertThat(search(identifiers).find(bytes, offset, length).isPresent()).isEqualTo(there);
    }

    @Test
    void finds_a_name_at_the_very_start_and_end_whatever_bytes_are_around() {
        ByteSearch search = search(List.of("Müller77"));
        for (Charset charset : List.of(
                StandardCharsets.ISO_8859_1,
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE)) {
            byte[] name = "MÜLLER77".getBytes(charset);
            IntStream.range(0, 256).forEach(around -> {
                byte[] bytes = new byte[name.length + 2];
                for (int at = 0; at <= 2; at++) {
                    Arrays.fill(bytes, (byte) around);
                    System.arraycopy(name, 0, bytes, at, name.length);
                    assertThat(search.find(bytes, 0, bytes.length))
                            .as("%s at %d within %02X", charset, at, around)
                            .contains(Kind.IDENTIFIER);
                }
            });
        }
    }

    @Test
    void looks_for_nothing_but_the_kinds_it_is_asked_for() {
        Identifiers known = Identifiers.builder()
                .add(Kind.PATIENT_NAME, "Winter^Kurt")
                .add(Kind.PERSON_NAME, "Winter^Anna")
                .add(Kind.PERSON_NAME, "Herbst^Eva")
                .build();
        byte[] bytes = "HERBST^EVA, WINTER^KURT".getBytes(StandardCharsets.US_ASCII);

        assertThat(known.inBytes(Set.of(Kind.PERSON_NAME, Kind.PATIENT_NAME), 6).find(bytes, 0, bytes.length))
                .contains(Kind.PERSON_NAME);
        assertThat(known.inBytes(Set.of(Kind.PATIENT_NAME), 6).find(bytes, 0, bytes.length))
                .contains(Kind.PATIENT_NAME);
        assertThat(known.inBytes(Set.of(Kind.PATIENT_NAME), 6).find(bytes, 0, 12))
                .isEmpty();
    }
}
