// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.dicomanonymizer.dicom.ResourceLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of people in the object that are words of the allow list as well. */
class HomonymsTest {
    /** What people write beside a name, and what tells nothing about the word in the place of the name. */
    private static final List<String> SHAPES =
            List.of("%s 1", "%s1", "1 %s", "%s TP1", "%s_1", "%s-followup", "%s^", "Study %s", "%s_visit2", "%s scan");

    private final TextCleaner cleaner = TextCleaner.standard();

    private static Identifiers patient(String family) {
        return TextCorpus.identifiers("patient name: " + family + "^Xiadani");
    }

    private static String title(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static List<String> writings(String word) {
        return List.of(word, title(word), word.toUpperCase(Locale.ROOT));
    }

    /** Short words, which are names more often, in all shapes. */
    @Test
    void are_found_unless_the_text_shows_that_the_word_is_meant() {
        Vocabulary.standard()
                .words()
                .filter(word -> word.matches("\\p{L}{2,5}"))
                .forEach(word -> {
                    Identifiers identifiers = patient(word);
                    for (String shape : SHAPES)
                        for (String writing : writings(word)) {
                            String text = shape.replace("%s", writing);
                            assertThat(identifiers.find(text)).as(text).isNotEmpty();
                        }
                });
    }

    /** All words, each in one shape: the hash spreads them evenly, and alike in every run. */
    @Test
    void go_unless_the_text_shows_that_the_word_is_meant() {
        Vocabulary.standard().words().filter(word -> word.matches("\\p{L}{2,}")).forEach(word -> {
            int number = word.hashCode() >>> 1;
            String writing = writings(word).get(number % 3);
            String text = SHAPES.get(number % SHAPES.size()).replace("%s", writing);
            assertThat(Tokens.of(cleaner.clean(text, patient(word)).text()).list())
                    .as(text)
                    .noneMatch(token -> token.folded().equals(word));
        });
    }

    @Test
    void that_stay_beside_any_clinical_word_are_no_usual_names() {
        Vocabulary vocabulary = Vocabulary.standard();
        List<String[]> rows = ResourceLines.rows(Homonyms.class, "homonyms.tsv");

        for (String[] row : rows)
            if (row[0].equals("part") || row[0].equals("usual"))
                assertThat(List.of(row[1].split(" ")))
                        .allMatch(word -> vocabulary.allows(Folding.fold(word)))
                        .noneMatch(word -> vocabulary.isName(Folding.fold(word)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Doe 1", "Doe1", "1 Doe", "Doe TP1", "doe", "DOE CHEST", "CT DOE", "chest doe", "DOE_CT_1"})
    void go_if_they_are_abbreviations(String text) {
        assertThat(cleaner.clean(text, TextCorpus.identifiers("patient name: Doe^Jane"))
                        .text())
                .doesNotContainIgnoringCase("doe");
        assertThat(cleaner.clean(text, TextCorpus.identifiers("person name: Doe^Jane"))
                        .text())
                .doesNotContainIgnoringCase("doe");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Head   | CT head                                      | CT head
            Head   | CT HEAD W/O CONTRAST                         | CT HEAD W/O CONTRAST
            Head   | AX T2 HEAD                                   | AX T2 HEAD
            Head   | Fracture of the head of the femur            | Fracture of the head of the femur
            Head   | Head, CT chest                               | CT chest
            Head   | CT chest Head TP1                            | CT chest TP1
            Long   | CT LONG LEG                                  | CT LONG LEG
            Long   | long axis 2 chamber                          | long axis 2 chamber
            Long   | CT chest long                                | CT chest
            Long   | LONG CHEST                                   | CHEST
            Young  | 55F, seen with a young child                 | 55F, seen with a young child
            Young  | MRI BRAIN YOUNG                              | MRI BRAIN
            White  | white matter disease                         | white matter disease
            White  | white 2                                      | 2
            Walker | uses a walker                                | uses a walker
            Walker | knee walker left                             | knee left
            Le     | scanner thoracique, le poumon est normal     | scanner thoracique, le poumon est normal
            Le     | CT CHEST LE                                  | CT CHEST
            Do     | CT chest Do                                  | CT chest
            Post   | AX T1 POST GAD                               | AX T1 POST GAD
            Post   | Post 1                                       | 1
            Pa     | CHEST PA AND LATERAL                         | CHEST PA AND LATERAL
            Ma     | Ma 200                                       | 200
            To     | PET SKULL BASE TO THIGH                      | PET SKULL BASE TO THIGH
            No     | CT ABDOMEN NO CONTRAST                       | CT ABDOMEN NO CONTRAST
            Kopf   | MRT Kopf nativ                               | MRT Kopf nativ
            Costa  | TC costa sinistra                            | TC costa sinistra
            Löwer  | CT CHEST LÖWER                               | CT CHEST
            Costa  | Costa 3                                      | 3
            """)
    void stay_where_the_words_beside_them_show_it(String family, String text, String expected) {
        assertThat(cleaner.clean(text, patient(family)).text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            knee, Walker                        | knee
            KNEE, WALKER                        | KNEE
            KNEE LEFT (WALKER)                  | KNEE LEFT
            Walker - CT head                    | CT head
            CT chest Young                      | CT chest
            AX T2 BROWN                         | AX T2
            Brown, ct head                      | ct head
            uses cane, walker                   | uses cane, walker
            Young patient with pain             | Young patient with pain
            Mild Gray matter loss               | Mild Gray matter loss
            LONG AXIS, BLACK BLOOD              | LONG AXIS, BLACK BLOOD
            CT ABD, STONE                       | CT ABD, STONE
            cough, DOE                          | cough, DOE
            MRA CIRCLE OF WILLIS                | MRA CIRCLE OF WILLIS
            chest pain. Will return             | chest pain. Will return
            """)
    void of_people_that_the_object_does_not_name_go_where_a_name_would_stand(String text, String expected) {
        assertThat(cleaner.clean(text, Identifiers.none()).text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CT transfer from Pine Ridge Community Hospital | CT transfer
            CT HEAD FROM PINE RIDGE HOSPITAL               | CT HEAD
            Chest CT, Sacred Heart Hospital                | Chest CT
            TC torax Hospital del Mar                      | TC torax
            CT while in hospital                           | CT while in hospital
            Hospital day 3, chest                          | Hospital day 3, chest
            """)
    void of_institutions_go_with_the_institution(String text, String expected) {
        assertThat(cleaner.clean(text, Identifiers.none()).text()).isEqualTo(expected);
    }

    @Test
    void of_plain_words_in_the_place_of_a_physicians_name_are_no_names() {
        Identifiers identifiers =
                TextCorpus.identifiers("person name: CT^Tech; person name: NONE; person name: Outside");

        assertThat(cleaner.clean("CT outside films, none available", identifiers)
                        .text())
                .isEqualTo("CT outside films, none available");
    }
}
