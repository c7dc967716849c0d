// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.real;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Objects in a body of type {@code multipart/related}. */
final class Multipart {
    private static final String LINE = "\r\n";

    private Multipart() {}

    /** The parts that are DICOM objects. */
    static List<byte[]> objects(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1).stripLeading();
        List<byte[]> objects = new ArrayList<>();
        if (!text.startsWith("--")) return objects;
        String boundary = text.substring(0, text.indexOf(LINE));
        for (String part : text.split("(" + LINE + ")?" + Pattern.quote(boundary)))
            if (part.contains("DICM"))
                objects.add(part.substring(part.indexOf(LINE + LINE) + 4).getBytes(StandardCharsets.ISO_8859_1));
        return objects;
    }
}
