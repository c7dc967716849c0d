// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.rule.Suggestion;

/** The ready-made profiles: the files of {@code config/profiles}, which are part of the library. */
public final class Profiles {
    private static final List<String> NAMES = List.of("basic", "research", "teaching", "keep-all", "seed-compatible");

    private Profiles() {}

    /** The names, in the order in which they are worth telling. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The profile of a name.
     *
     * @throws ConfigurationException if there is none; the message lists the names
     */
    public static Profile named(String name) {
        return ProfileReader.read(json(name), name, Path.of("")).orThrow();
    }

    /**
     * The ready-made profile of a name, or the profile in a file: what is no name of a ready-made one names a file.
     *
     * @param nameOrFile as users write it
     */
    public static ProfileReader.Reading find(String nameOrFile) {
        if (NAMES.contains(nameOrFile)) return new ProfileReader.Reading(named(nameOrFile), List.of());
        Path file;
        try {
            file = Path.of(nameOrFile);
        } catch (InvalidPathException e) {
            return unknown(nameOrFile);
        }
        boolean name = file.getParent() == null && !nameOrFile.contains(".");
        return name && !Files.exists(file) ? unknown(nameOrFile) : ProfileReader.read(file);
    }

    private static ProfileReader.Reading unknown(String name) {
        Problems problems = new Problems(name);
        problems.add(ProblemCode.UNKNOWN_PROFILE, Json.Place.UNKNOWN, "no such file; " + unknownName(name));
        return new ProfileReader.Reading(null, problems.found());
    }

    private static String unknownName(String name) {
        return "there is no ready-made profile \"" + name + "\"; there are " + String.join(", ", NAMES)
                + Suggestion.among(name, NAMES.stream());
    }

    /**
     * The text of the profile of a name.
     *
     * @throws ConfigurationException if there is none; the message lists the names
     */
    public static String json(String name) {
        if (!NAMES.contains(name)) throw new ConfigurationException(unknownName(name));
        try (InputStream in = Profiles.class.getResourceAsStream("ready-made/" + name + ".json")) {
            if (in == null) throw new IllegalStateException("the library lacks its profile " + name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
