// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables that come with the engine: UTF-8 text, one row per line, fields separated by a tab and never quoted, so that
 * reading them needs no library; lines that start with # are comments.
 */
public final class ResourceLines {
    private ResourceLines() {}

    /**
     * All bytes of a resource.
     *
     * @throws UncheckedIOException if there is no such resource beside the class
     */
    public static byte[] bytes(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) throw new FileNotFoundException("The resource " + name + " is missing");
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a resource, each split into its fields (trailing empty ones included). */
    public static List<String[]> rows(Class<?> beside, String name) {
        String text = new String(bytes(beside, name), StandardCharsets.UTF_8);
        List<String[]> rows = new ArrayList<>();
        for (int start = 0, end; start < text.length(); start = end + 1) {
            end = text.indexOf('\n', start);
            if (text.charAt(start) != '#') rows.add(split(text.substring(start, end)));
        }
        return rows;
    }

    static String[] split(String line) {
        return line.split("\t", -1);
    }
}
