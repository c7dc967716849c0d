// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dicomanonymizer.rule.ConfigurationException;

/**
 * Rules in the JSON form of the Python tool's dictionary files: an object whose keys are tags, in the forms of {@link
 * org.dicomanonymizer.rule.SelectorParser#parsePython}, and whose values are an action's name or an object that holds {@code
 * "action"} and the action's parameters.
 *
 * <pre>{@code
 * { "(0x0010,0x0020)": "keep",
 *   "StudyDate": { "action": "regexp", "find": "0701$", "replace": "0000" } }
 * }</pre>
 */
public final class DictionaryFile {
    private DictionaryFile() {}

    /**
     * Reads the rules of a file, in their order.
     *
     * @throws ConfigurationException if anything in it is wrong; each fault is told with file, line and key
     * @throws IOException if the file can't be read
     */
    public static List<Rule> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.getFileName().toString(), file.toAbsolutePath().getParent());
        }
    }

    /** The same from a stream, which is not closed; {@code name} stands for the file in messages. */
    public static List<Rule> read(InputStream in, String name) throws IOException {
        return read(in, name, Path.of(""));
    }

    private static List<Rule> read(InputStream in, String name, Path folder) throws IOException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(in.readAllBytes()))
                .toString();
        Problems problems = new Problems(name);
        List<Rule> rules = ProfileReader.dictionary(text, folder, problems);
        problems.refuseErrors();
        return rules;
    }
}
