// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The second layer by itself. */
class TextPatternsTest {

    private static List<String> found(String text) {
        Tokens tokens = Tokens.of(text);
        WordFilter words = new WordFilter(Vocabulary.standard(), UnknownWords.REMOVE);
        return TextPatterns.standard().find(tokens, words.clinical(tokens)).stream()
                .map(place -> text.substring(place.start(), place.end()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2019-03-05",
                "2019.3.5",
                "05/03/2019",
                "5.3.19",
                "3/5/19",
                "5 March 2019",
                "5. März 2019",
                "5 mars 2019",
                "5 de marzo de 2019",
                "5 marzo 2019",
                "5 maart 2019",
                "5 de março de 2019",
                "5 марта 2019",
                "2019年3月5日",
                "Mar 5",
                "5-Mar-19",
                "03/2019",
                "2019-03",
                "March 2019",
                "20190305",
                "20190305101500",
                "2019-03-05 10:15:30",
                "13:45:10",
                "3:15 PM",
                "14:30",
                "14h30",
                "555-123-4567",
                "(555) 123-4567",
                "+49 89 1234567",
                "0171 5550123",
                "01 23 45 67 89",
                "a.b@example.org",
                "https://x.org/y?z=1",
                "www.example.org",
                "pacs.example.org",
                "10.0.0.12",
                "00:1A:2B:3C:4D:5E",
                "1.2.840.10008.1.2.3.4",
                "123-45-6789",
                "943 476 5919",
                "2123 45670 1",
                "1EG4-TE5-MK73",
                "AB 12 34 56 C",
                "RSSMRA80A01H501U",
                "12345678Z",
                "123.456.789-09",
                "800102-1234567",
                "756.1234.5678.97",
                "A123456789",
                "4111 1111 1111 1111",
                "DE89 3704 0044 0532 0130 00",
                "1234567",
                "12345",
                "MRN 42",
                "ID 4711",
                "Acc# 42",
                "92 y/o",
                "91F",
                "M/97",
                "095Y",
                "aged 93",
                "94 ans",
                "93歳",
                "12 Main Street",
                "Hauptstr. 5",
                "12 rue de la Paix",
                "P.O. Box 12",
                "IL 62704",
                "SW1A 1AA",
                "K1A 0B1",
                "\\\\pacs\\share\\x",
                "/home/jdoe/x"
            })
    void finds_forms_that_identify(String form) {
        assertThat(found("CT head " + form + ", thorax"))
                .anySatisfy(place -> assertThat(place).contains(form));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5 mm",
                "1.5T",
                "L4/L5",
                "T12-L1",
                "55F",
                "89 y/o",
                "120 kV",
                "TR 2000 TE 30",
                "b1000",
                "512 x 512",
                "2000 ms",
                "1/2",
                "3/4 views",
                "10x3",
                "0.625",
                "0.488281 mm",
                "75 %",
                "T2 1ST PASS",
                "2000 MS",
                "image 45 of 120",
                "phase 2",
                "C1-C7",
                "99mTc",
                "12 min",
                "T3N1M0"
            })
    void leaves_measures_alone(String form) {
        assertThat(found("CT head " + form + " thorax")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "11/98, true",
        "4/2, true",
        "CT 12/25, true",
        "image 12/25, false",
        "series 3/45, false",
        "strength 4/5, false",
        "C5/6 and 6/7, false",
        "upper 2/3, false",
        "120/80, false",
        "page 2217, true",
        "page 3 of 4, false",
        "x4471, true",
        "256 x 1024, false",
        "SINUS 4, false",
        "RM 3T, false"
    })
    void tells_dates_and_extensions_from_counts(String text, boolean identifies) {
        assertThat(found(text).isEmpty()).isNotEqualTo(identifies);
    }

    @ParameterizedTest
    @CsvSource({"in May, true", "may show, false", "since March, true", "march fracture, false", "op 3/4, true"})
    void takes_a_month_for_a_date_where_it_stands_as_one(String text, boolean date) {
        assertThat(found(text).isEmpty()).isNotEqualTo(date);
    }
}
