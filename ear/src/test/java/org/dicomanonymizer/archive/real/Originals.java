// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.real;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.dicomanonymizer.archive.real.Dcmtk.Element;

/** What identifies the patients of some objects: names, identifiers, UIDs, dates, institutions and free text. */
public final class Originals {
    private static final Set<String> VRS = Set.of("PN", "DA", "DT", "ST", "LT", "UT");
    private static final Pattern KEYWORDS = Pattern.compile(
            ".*(Institution|Patient|Description|Comment|Accession|Address|Organization|StationName|Telephone).*");
    private static final Pattern PARTS = Pattern.compile("[\\\\\\r\\n]+");
    private static final Pattern PARTS_OF_NAME = Pattern.compile("[\\\\^=]+");
    private static final String STANDARD_UIDS = "1.2.840.10008.";
    private static final String FILE_META_INFORMATION = "0002";

    /** Words that say what an object is, not whose, and stay: a description may have the same ones. */
    private static final Set<String> OF_NOBODY = Set.of("CodeMeaning", "DimensionDescriptionLabel", "Manufacturer");

    /** Shorter ones are met by chance. */
    private static final int MIN_LENGTH = 5;

    /** Where each is from, by the bytes that it has in its object, or in UTF-8, as ISO 8859-1 shows them. */
    private final Map<String, String> values = new TreeMap<>();

    public Originals(Collection<Path> files, String... notTheirs) throws IOException, InterruptedException {
        for (Path file : files)
            for (Charset charset : List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_8))
                for (Element element : Dcmtk.dump(file, charset))
                    for (String part : parts(element))
                        if (part.length() >= MIN_LENGTH)
                            values.put(
                                    new String(part.getBytes(charset), StandardCharsets.ISO_8859_1),
                                    element.keyword() + " of " + file.getFileName());
        values.keySet().removeAll(List.of(notTheirs));
        for (Path file : files)
            for (Element element : Dcmtk.dump(file, StandardCharsets.ISO_8859_1))
                if (OF_NOBODY.contains(element.keyword()))
                    values.keySet().removeIf(value -> element.value().contains(value));
    }

    private static List<String> parts(Element element) {
        if (element.tag().startsWith(FILE_META_INFORMATION)) return List.of();
        if (element.vr().equals("UI"))
            return PARTS.splitAsStream(element.value())
                    .filter(uid -> !uid.startsWith(STANDARD_UIDS))
                    .toList();
        boolean text = element.vr().equals("LO") || element.vr().equals("SH");
        if (!VRS.contains(element.vr())
                && !(text && KEYWORDS.matcher(element.keyword()).matches())) return List.of();
        Pattern split = element.vr().equals("PN") ? PARTS_OF_NAME : PARTS;
        return split.splitAsStream(element.value()).map(String::strip).toList();
    }

    public int size() {
        return values.size();
    }

    /** Of which attributes some bytes hold values. */
    public List<String> in(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> found = new ArrayList<>();
        values.forEach((value, from) -> {
            if (text.contains(value)) found.add(from);
        });
        return found;
    }
}
