// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextCleanerTest {
    private final TextCleaner cleaner = TextCleaner.standard();
    private final Identifiers smith = TextCorpus.identifiers(
            "patient name: Smith^John^Quincy; identifier: 0012345678; birth date: 19800102; address: 12 Main Street, Springfield");

    static Stream<TextCorpus.Golden> golden() {
        return TextCorpus.golden();
    }

    static Stream<String> clinical() {
        return TextCorpus.clinical();
    }

    @ParameterizedTest
    @MethodSource("golden")
    void leaves_what_is_clinical_and_nothing_else(TextCorpus.Golden line) {
        Cleaned cleaned = cleaner.clean(line.original(), line.identifiers());

        assertThat(cleaned.text()).isEqualTo(line.expected());
        assertThat(cleaned.changed()).isEqualTo(!line.expected().equals(line.original()));
        assertThat(cleaned.text().length()).isLessThanOrEqualTo(line.original().length());
    }

    @ParameterizedTest
    @MethodSource("golden")
    void cleans_cleaned_text_to_itself(TextCorpus.Golden line) {
        String once = cleaner.clean(line.original(), line.identifiers()).text();

        assertThat(cleaner.clean(once, line.identifiers()).text()).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("golden")
    void leaves_no_identifier_that_can_be_found(TextCorpus.Golden line) {
        String cleaned = cleaner.clean(line.original(), line.identifiers()).text();

        assertThat(line.identifiers().find(cleaned)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("clinical")
    void gives_clean_text_back_as_it_is(String text) {
        assertThat(cleaner.clean(text, Identifiers.none()).text()).isEqualTo(text);
        assertThat(cleaner.clean(text, smith)).isEqualTo(new Cleaned(text, Set.of()));
    }

    @Test
    void puts_identities_into_clinical_text_and_takes_them_out_again() {
        List<String> planted = List.of(
                "Smith",
                "SMITH, JOHN",
                "John Q. Smith",
                "Mr. Smith",
                "0012345678",
                "MRN 12345678",
                "1980-01-02",
                "Jan 2, 1980",
                "02.01.80",
                "12 Main Street",
                "Springfield",
                "smithjohn@example.org",
                "SMITH^JOHN");
        TextCorpus.clinical().forEach(text -> {
            for (String identity : planted) {
                for (String whole :
                        List.of(text + " " + identity, identity + " - " + text, text + " (" + identity + ")")) {
                    String cleaned = cleaner.clean(whole, smith).text();
                    assertThat(Folding.fold(cleaned).replaceAll("[^a-z0-9]", ""))
                            .as(whole)
                            .doesNotContain(
                                    "smith",
                                    "john",
                                    "12345678",
                                    "mainstreet",
                                    "springfield",
                                    "jan21980",
                                    "19800102",
                                    "020180");
                    assertThat(smith.find(cleaned)).as(whole).isEmpty();
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Quackenbush^Zebulon", "Zellweger^Anneke", "Ottenbreit^Thandiwe", "Vandergrift^Oluwaseun",
                        "Oyelaran^Ragnhild",
                "Pruszynski^Xochitl", "Thistlewood^Ferdinanda", "Kvamme^Yevgeniya", "Raghunathan^Placido",
                        "Bhattarai^Isolde",
                "Nakasone^Zebulon", "Okonjo^Anneke", "Szczepanik^Thandiwe", "Ferreyra^Oluwaseun", "Delacour^Ragnhild",
                "Wojnarowicz^Xochitl", "Abernethy^Ferdinanda", "Gudmundsdottir^Yevgeniya", "Tchaikovsky^Placido",
                        "Heerema^Isolde",
                "Lindqvist^Zebulon", "Castellanos^Anneke", "Montclair^Thandiwe", "Brightman^Oluwaseun",
                        "Stonebridge^Ragnhild",
                "Goldring^Xochitl", "Harkavy^Ferdinanda", "Underhill^Yevgeniya", "Bonham^Placido", "Steptoe^Isolde",
                "Cartwright^Zebulon", "Footman^Anneke", "Shinbone^Thandiwe", "Kneeland^Oluwaseun", "Handscomb^Ragnhild",
                "Chestnut^Xochitl", "Heartfield^Ferdinanda", "Bodenstein^Yevgeniya", "Kopfstein^Placido",
                        "Weisshaar^Isolde"
            })
    void removes_names_that_no_list_has_wherever_people_write_them(String name) {
        String family = name.substring(0, name.indexOf('^'));
        String given = name.substring(name.indexOf('^') + 1);
        TextCorpus.planted().forEach(text -> {
            String whole = text.replace("%s", family).replace("%g", given);
            for (String writing : List.of(whole, whole.toUpperCase(Locale.ROOT), whole.toLowerCase(Locale.ROOT)))
                for (Identifiers identifiers :
                        List.of(Identifiers.none(), TextCorpus.identifiers("patient name: " + name)))
                    assertThat(cleaner.clean(writing, identifiers).text())
                            .as(writing)
                            .doesNotContainIgnoringCase(family, given);
        });
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            REMOVE,          'fracture of the zorblonk, oxycephalization', 'fracture'
            KEEP_WORD_LIKE,  'fracture of the zorblonk, oxycephalization', 'fracture, oxycephalization'
            KEEP_LOWER_CASE, 'fracture of the zorblonk, oxycephalization', 'fracture of the zorblonk, oxycephalization'
            KEEP_LOWER_CASE, 'fracture zrblnk', 'fracture'
            KEEP_LOWER_CASE, 'fracture Zorblonk ZORBLONK', 'fracture'
            """)
    void treats_unknown_words_as_told(UnknownWords treatment, String text, String expected) {
        assertThat(cleaner.with(treatment).clean(text, Identifiers.none()).text())
                .isEqualTo(expected);
    }

    @Test
    void allows_words_of_the_site_but_not_the_patients_name() {
        TextCleaner own = cleaner.allowing(List.of("Zorblonk", "Smith", "Größe"));

        assertThat(own.clean("ZORBLONK protocol Smith GROESSE", Identifiers.none())
                        .text())
                .isEqualTo("ZORBLONK protocol Smith");
        assertThat(own.clean("Zorblonk protocol Smith", smith).text()).isEqualTo("Zorblonk protocol");
        assertThat(cleaner.clean("Zorblonk protocol", Identifiers.none()).text())
                .isEqualTo("protocol");
    }

    @Test
    void tells_what_it_found_but_no_text() {
        Cleaned cleaned = cleaner.clean("CT head Smith 3/4/2019", smith);

        assertThat(cleaned.reasons()).contains("patient name", "date year last");
        assertThat(cleaned.toString()).doesNotContain("head", "Smith", "2019");
    }

    @Test
    void keeps_the_lines_of_a_text() {
        assertThat(cleaner.clean("History: cough\r\nSeen by Dr. Adams\r\nNo fever.\r\n", Identifiers.none())
                        .text())
                .isEqualTo("History: cough\r\nNo fever.\r\n");
        assertThat(cleaner.clean("  History:  cough \n\n No fever. ", Identifiers.none())
                        .text())
                .isEqualTo("  History:  cough \n\n No fever. ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "1",
                "1-",
                "1 ",
                "12.",
                "a.",
                "A. ",
                "a@",
                "aaa@a.",
                "http://",
                "\\\\a",
                "1:",
                "smith ",
                "SmiSmithth",
                "rue de la ",
                "5 ab ab ab ",
                "Dr. ",
                "van der ",
                "(Smith) ",
                "(",
                "山",
                "胸部",
                "a\u0301",
                "jan 1 ",
                "tel 1 2 ",
                "kniegelenk",
                "a^",
                "\uD83D\uDE00"
            })
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void comes_to_an_end_with_text_made_to_stall_it(String piece) {
        String text = piece.repeat(100_000 / piece.length());
        String cleaned = cleaner.clean(text, smith).text();

        assertThat(cleaned.length()).isLessThanOrEqualTo(text.length());
        assertThat(smith.find(cleaned)).isEmpty();
    }

    @Test
    void leaves_nothing_of_text_whose_remains_keep_forming_names() {
        String text = "Smith";
        for (int i = 0; i < 12; i++) text = "Smi " + text + " th";

        assertThat(smith.find(cleaner.clean(text, smith).text())).isEmpty();
    }
}
