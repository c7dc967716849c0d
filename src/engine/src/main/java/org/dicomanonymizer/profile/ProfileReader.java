// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dicomanonymizer.dicom.TagMask;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.rule.Suggestion;
import org.dicomanonymizer.standard.Edition;
import org.dicomanonymizer.standard.ProfileOption;

/**
 * Reads profiles from JSON, in the format of docs/profiles.md. All faults of a text are found in one go, each with line,
 * column, rule and key.
 */
public final class ProfileReader {
    /** What {@code edition} says where no table applies. */
    static final String NO_EDITION = "none";

    static final Map<String, Profile.OnDeidentified> ON_DEIDENTIFIED = Map.of(
            "refuse", Profile.OnDeidentified.REFUSE,
            "unchanged", Profile.OnDeidentified.UNCHANGED,
            "treat", Profile.OnDeidentified.TREAT);

    private final Path folder;
    private final Problems problems;

    private ProfileReader(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /**
     * What became of a text.
     *
     * @param profile  the profile, or null if the text has errors
     * @param problems errors and warnings, in the order of the text
     */
    public record Reading(Profile profile, List<Problem> problems) {

        /**
         * The profile.
         *
         * @throws ConfigurationException if the text has errors; all are told
         */
        public Profile orThrow() {
            if (profile != null) return profile;
            throw new ConfigurationException(problems.stream()
                    .filter(problem -> problem.code().isError())
                    .map(Problem::toString)
                    .toList());
        }

        /** The faults that do not hinder the use of the profile. */
        public List<Problem> warnings() {
            return problems.stream()
                    .filter(problem -> !problem.code().isError())
                    .toList();
        }
    }

    /** Reads a file; relative file names in it start from its folder. */
    public static Reading read(Path file) {
        String name = file.getFileName() == null
                ? file.toString()
                : file.getFileName().toString();
        Path parent = file.toAbsolutePath().getParent();
        try {
            return read(Files.readString(file), name, parent == null ? file : parent);
        } catch (IOException e) {
            Problems unread = new Problems(name);
            unread.add(ProblemCode.NOT_READABLE, Json.Place.UNKNOWN, unreadable(file, e));
            return new Reading(null, unread.found());
        }
    }

    /**
     * Reads a text.
     *
     * @param json   the text
     * @param name   what stands for the file in messages; without {@code .json} it names a profile that has no name
     * @param folder where relative file names in it start from
     */
    public static Reading read(String json, String name, Path folder) {
        Problems problems = new Problems(name);
        Profile profile = new ProfileReader(folder, problems).profile(Json.read(json, problems));
        List<Problem> found = problems.found().stream()
                .sorted(Comparator.comparing(
                                (Problem problem) -> !problem.file().equals(name))
                        .thenComparingInt(Problem::line)
                        .thenComparingInt(Problem::column))
                .toList();
        boolean usable = found.stream().noneMatch(problem -> problem.code().isError());
        return new Reading(usable ? profile : null, found);
    }

    static Path resolve(Path folder, String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException("\"" + name + "\" is no file name", e);
        }
    }

    static String unreadable(Path file, IOException e) {
        if (e instanceof NoSuchFileException) return file + " does not exist";
        if (e instanceof AccessDeniedException) return file + " may not be read";
        if (e instanceof CharacterCodingException) return file + " is no text in UTF-8";
        return file + " can't be read: " + e.getMessage();
    }

    private Profile profile(Json json) {
        if (!(json instanceof Json.Obj object)) {
            if (json != null)
                problems.add(
                        ProblemCode.WRONG_TYPE, json.place(), "is " + json.kind() + ", a profile is an object {...}");
            return null;
        }
        Section section = new Section(object, problems);
        section.take("$schema");
        String fileName = problems.file().replaceFirst("\\.json$", "");
        String name = section.text("name").filter(text -> !text.isBlank()).orElse(fileName);
        String description = section.text("description").orElse("");
        Profile base = section.parsed("extends", ProblemCode.UNKNOWN_PROFILE, Profiles::named)
                .orElse(Profile.basic());
        Profile.Builder builder = base.as(name).description(description);
        Edition edition = edition(section, base);
        builder.edition(edition);
        Set<ProfileOption> options = options(section, base);
        builder.options(options);
        check(section, edition, options);
        builder.rules(instead(base.rules(), rules(section)));
        settings(section, builder);
        section.oneOf("onDeidentified", ON_DEIDENTIFIED).ifPresent(builder::onDeidentified);
        section.bool("verify").ifPresent(builder::verify);
        section.oneOf("onFailure", Map.of("refuse", true));
        section.finish();
        Profile profile = builder.build();
        if (problems.found().stream().noneMatch(problem -> problem.code().isError())) warn(section, profile);
        return profile;
    }

    /** The rules of a base and those of a profile built on it, which replace those of the base that are about the same. */
    private static List<Rule> instead(List<Rule> base, List<Rule> own) {
        List<Rule> rules = new ArrayList<>(base);
        for (Rule rule : own) rules.removeIf(rule::isAboutTheSame);
        rules.addAll(own);
        return rules;
    }

    private static Edition edition(Section section, Profile base) {
        Optional<String> name = section.text("edition");
        if (!section.has("edition")) return base.edition();
        if (name.isEmpty() || name.get().equals(NO_EDITION)) return null;
        return section.parse("edition", name.get(), section.place("edition"), ProblemCode.UNKNOWN_EDITION, Edition::of)
                .orElse(base.edition());
    }

    private static Set<ProfileOption> options(Section section, Profile base) {
        Set<ProfileOption> options = EnumSet.noneOf(ProfileOption.class);
        List<Json.Text> names = section.texts("options");
        if (!section.has("options")) return base.options();
        for (Json.Text name : names)
            section.parse("options", name.value(), name.place(), ProblemCode.UNKNOWN_OPTION, ProfileReader::option)
                    .ifPresent(options::add);
        return options;
    }

    private static ProfileOption option(String name) {
        try {
            return ProfileOption.parse(name);
        } catch (IllegalArgumentException e) {
            List<String> known = new ArrayList<>();
            for (ProfileOption option : ProfileOption.values()) known.add(option.text());
            throw new IllegalArgumentException(e.getMessage() + Suggestion.among(name, known.stream()), e);
        }
    }

    private static void check(Section section, Edition edition, Set<ProfileOption> options) {
        Problems problems = section.problemsOf("options");
        Json.Place place = section.place("options");
        for (ProfileOption option : options) {
            for (ProfileOption other : options)
                if (option.compareTo(other) < 0 && option.excludes(other))
                    problems.add(
                            ProblemCode.EXCLUSIVE_OPTIONS,
                            place,
                            option.text() + " and " + other.text() + " exclude each other; choose one");
            if (edition == null)
                problems.add(
                        ProblemCode.OPTION_OUTSIDE_EDITION,
                        place,
                        option.text() + " extends the standard's table, but \"edition\" is \"" + NO_EDITION + "\"");
            else if (isIn(Edition.latest(), option) && !isIn(edition, option))
                problems.add(
                        ProblemCode.OPTION_OUTSIDE_EDITION,
                        place,
                        "edition " + edition + " does not have " + option.text());
        }
    }

    private static boolean isIn(Edition edition, ProfileOption option) {
        return edition.row(TagMask.PRIVATE.value()).options().containsKey(option)
                || edition.rows().stream().anyMatch(row -> row.options().containsKey(option));
    }

    private List<Rule> rules(Section section) {
        Json rules = section.take("rules");
        RuleReader reader = new RuleReader(folder, problems);
        if (rules == null) return List.of();
        if (rules instanceof Json.Arr list) return reader.list(list);
        if (rules instanceof Json.Obj dictionary) return reader.dictionary(dictionary);
        if (rules instanceof Json.Text name)
            return section.parse(
                            "rules", name.value(), name.place(), ProblemCode.BAD_VALUE, file -> resolve(folder, file))
                    .map(file -> dictionary(file, name.place(), section.problemsOf("rules")))
                    .orElse(List.of());
        section.wrongType(
                "rules",
                rules,
                "a list of rules, an object {\"TAG\": \"ACTION\"}, or the name of a file with such an object");
        return List.of();
    }

    /** The rules of a file that holds an object of tags and actions. */
    static List<Rule> dictionary(Path file, Json.Place reference, Problems problems) {
        Path parent = file.toAbsolutePath().getParent();
        try {
            return dictionary(Files.readString(file), parent, problems.in(String.valueOf(file.getFileName())));
        } catch (IOException e) {
            problems.add(ProblemCode.NOT_READABLE, reference, unreadable(file, e));
            return List.of();
        }
    }

    /** The rules of a text that is an object of tags and actions. */
    static List<Rule> dictionary(String text, Path folder, Problems problems) {
        Json json = Json.read(text, problems);
        if (json instanceof Json.Obj object) return new RuleReader(folder, problems).dictionary(object);
        if (json != null)
            problems.add(
                    ProblemCode.WRONG_TYPE,
                    json.place(),
                    "is " + json.kind() + ", has to be an object {\"TAG\": \"ACTION\"}");
        return List.of();
    }

    private void settings(Section section, Profile.Builder builder) {
        SettingsReader settings = new SettingsReader(folder);
        section.object("dates").map(settings::dates).ifPresent(builder::dates);
        section.object("identity").map(settings::identity).ifPresent(builder::identity);
        section.object("text").map(settings::text).ifPresent(builder::text);
        section.object("private").map(settings::privates).ifPresent(builder::privates);
        section.object("pixels").map(settings::pixels).ifPresent(builder::pixels);
        section.object("encryption").map(settings::encryption).ifPresent(builder::encryption);
    }

    private static void warn(Section section, Profile profile) {
        boolean shifts = profile.options().contains(ProfileOption.RETAIN_LONGITUDINAL_MODIFIED_DATES)
                || profile.rules().stream().anyMatch(rule -> rule.name().equals("shift_date"));
        if (section.has("dates") && !shifts && profile.dates().reference().isEmpty())
            section.problemsOf("dates")
                    .add(
                            ProblemCode.NO_EFFECT,
                            section.place("dates"),
                            "nothing moves dates: take the option RetainLongitudinalModifiedDates, or the action shift_date");
        boolean cleans = profile.options().contains(ProfileOption.CLEAN_DESCRIPTORS)
                || profile.rules().stream().anyMatch(rule -> rule.name().equals("clean"));
        if (section.has("text") && !cleans)
            section.problemsOf("text")
                    .add(
                            ProblemCode.NO_EFFECT,
                            section.place("text"),
                            "nothing cleans text: take the option CleanDescriptors, or the action clean");
        if (!profile.privates().safe().isEmpty() && !profile.options().contains(ProfileOption.RETAIN_SAFE_PRIVATE))
            section.problemsOf("private")
                    .add(
                            ProblemCode.NO_EFFECT,
                            section.place("private"),
                            "safe elements stay only under the option RetainSafePrivate");
    }
}
