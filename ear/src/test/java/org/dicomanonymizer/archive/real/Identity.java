// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.real;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.dicomanonymizer.archive.real.Dcmtk.Element;

/** What tells one object from another. */
record Identity(String patientId, String patientName, String study, String series, String object) {
    static Identity of(Path file) throws IOException, InterruptedException {
        List<Element> elements = Dcmtk.dump(file, StandardCharsets.ISO_8859_1);
        return new Identity(
                value(elements, "PatientID"),
                value(elements, "PatientName"),
                value(elements, "StudyInstanceUID"),
                value(elements, "SeriesInstanceUID"),
                value(elements, "SOPInstanceUID"));
    }

    /** Of an object in DICOM's JSON. */
    static Identity of(JsonNode object) {
        return new Identity(
                object.at("/00100020/Value/0").asText(),
                object.at("/00100010/Value/0/Alphabetic").asText(),
                object.at("/0020000D/Value/0").asText(),
                object.at("/0020000E/Value/0").asText(),
                object.at("/00080018/Value/0").asText());
    }

    private static String value(List<Element> elements, String keyword) {
        return elements.stream()
                .filter(element -> !element.nested() && element.keyword().equals(keyword))
                .map(Element::value)
                .findFirst()
                .orElse("");
    }
}
