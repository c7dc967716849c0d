// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dicomanonymizer.date.DateSettings;
import org.dicomanonymizer.date.ReferenceDates;
import org.dicomanonymizer.date.ShiftRange;
import org.dicomanonymizer.date.TimesMode;
import org.dicomanonymizer.identity.KeyReference;
import org.dicomanonymizer.identity.PseudonymForm;
import org.dicomanonymizer.rule.Condition;
import org.dicomanonymizer.rule.Selector;
import org.dicomanonymizer.text.UnknownWords;

/** Reads what a profile says beside its rules: {@code dates}, {@code identity}, {@code text}, {@code private}, {@code pixels} and
 * {@code encryption}. */
final class SettingsReader {
    static final Map<String, TimesMode> TIMES = Map.of("keep", TimesMode.KEEP, "shift", TimesMode.SHIFT);
    static final Map<String, PixelSettings.BurnedIn> BURNED_IN =
            Map.of("refuse", PixelSettings.BurnedIn.REFUSE, "warn", PixelSettings.BurnedIn.WARN);

    static final Map<String, ReferenceDates.Missing> MISSING =
            Map.of("refuse", ReferenceDates.Missing.REFUSE, "omit", ReferenceDates.Missing.OMIT);

    static final Map<String, UnknownWords> UNKNOWN_WORDS = Map.of(
            "remove", UnknownWords.REMOVE,
            "keep_word_like", UnknownWords.KEEP_WORD_LIKE,
            "keep_lower_case", UnknownWords.KEEP_LOWER_CASE);

    private static final String PATIENT = "patientid";
    private static final String DATE = "date";
    private static final List<String> REFERENCE_COLUMNS = List.of(PATIENT, DATE);

    private final Path folder;

    /** The word for a value. */
    static <T> String wordOf(Map<String, T> words, T value) {
        for (Map.Entry<String, T> word : words.entrySet()) if (word.getValue().equals(value)) return word.getKey();
        throw new IllegalArgumentException(value.toString());
    }

    /** @param folder what relative file names start from */
    SettingsReader(Path folder) {
        this.folder = folder;
    }

    DateSettings dates(Section section) {
        ShiftRange shift = section.parsed("shift", ProblemCode.BAD_VALUE, ShiftRange::parse)
                .orElse(DateSettings.DEFAULT.shift());
        section.oneOf("per", Map.of("patient", true));
        TimesMode times = section.oneOf("times", TIMES).orElse(DateSettings.DEFAULT.times());
        Optional<ReferenceDates> reference = section.object("reference").flatMap(this::reference);
        section.finish();
        try {
            return new DateSettings(shift, times, reference);
        } catch (IllegalArgumentException e) {
            section.problems().add(ProblemCode.BAD_VALUE, section.place("times"), e.getMessage());
            return DateSettings.DEFAULT;
        }
    }

    private Optional<ReferenceDates> reference(Section section) {
        Optional<Path> file = section.required(
                        "file", "a table with the columns " + String.join(", ", REFERENCE_COLUMNS))
                .flatMap(name ->
                        section.parse("file", name, section.place("file"), ProblemCode.BAD_VALUE, this::resolve));
        String event = section.text("event").orElse(ReferenceDates.BASELINE);
        ReferenceDates.Missing missing = section.oneOf("missing", MISSING).orElse(ReferenceDates.Missing.REFUSE);
        section.finish();
        if (file.isEmpty()) return Optional.empty();
        Problems problems = section.problemsOf("file");
        try {
            Problems inTable = problems.in(String.valueOf(file.get().getFileName()));
            Map<String, String> dates = new LinkedHashMap<>();
            for (CsvTable.Row row : CsvTable.read(Files.readString(file.get()), REFERENCE_COLUMNS, inTable))
                if (dates.put(row.get(PATIENT), row.get(DATE)) != null)
                    inTable.add(ProblemCode.BAD_VALUE, row.place(), "the patient has a date already; leave one");
            return Optional.of(
                    ReferenceDates.of(dates, event, missing).from(file.get().toString()));
        } catch (IOException e) {
            problems.add(ProblemCode.NOT_READABLE, section.place("file"), ProfileReader.unreadable(file.get(), e));
        } catch (IllegalArgumentException e) {
            problems.add(ProblemCode.BAD_VALUE, section.place("file"), e.getMessage());
        }
        return Optional.empty();
    }

    IdentitySettings identity(Section section) {
        KeyReference key = key(section);
        String project = section.text("project").orElse("");
        String prefix = "";
        int length = PseudonymForm.DEFAULT_LENGTH;
        Optional<Section> pseudonym = section.object("pseudonym");
        if (pseudonym.isPresent()) {
            prefix = pseudonym.get().text("prefix").orElse(prefix);
            length = pseudonym.get().wholeNumber("length").orElse(length);
            pseudonym.get().finish();
        }
        section.finish();
        try {
            return new IdentitySettings(key, project, prefix, length);
        } catch (IllegalArgumentException e) {
            section.problems().add(ProblemCode.BAD_VALUE, section.place("pseudonym"), e.getMessage());
            return IdentitySettings.DEFAULT;
        }
    }

    /** A text in the place of the reference is most likely the key itself: no message may quote it. */
    private KeyReference key(Section section) {
        if (section.take("key") instanceof Json.Text) {
            section.problemsOf("key")
                    .add(
                            ProblemCode.KEY_IN_PROFILE,
                            section.place("key"),
                            "a profile never holds the key; name its place: {\"file\": \"project.key\"} or"
                                    + " {\"environment\": \"VARIABLE\"}, and replace a key that was written here");
            return null;
        }
        Section key = section.object("key").orElse(null);
        if (key == null) return null;
        Optional<Path> file = key.parsed("file", ProblemCode.BAD_VALUE, this::resolve);
        Optional<String> variable = key.text("environment");
        key.finish();
        if (key.has("file") == key.has("environment")) {
            key.problems()
                    .add(
                            ProblemCode.BAD_VALUE,
                            section.place("key"),
                            "write either {\"file\": \"project.key\"} or {\"environment\": \"VARIABLE\"}");
            return null;
        }
        return file.<KeyReference>map(KeyReference.OfFile::new)
                .or(() -> variable.map(KeyReference.OfEnvironment::new))
                .orElse(null);
    }

    private Path resolve(String name) {
        return ProfileReader.resolve(folder, name);
    }

    TextSettings text(Section section) {
        List<String> words =
                section.texts("words").stream().map(Json.Text::value).toList();
        UnknownWords unknown = section.oneOf("unknown", UNKNOWN_WORDS).orElse(TextSettings.DEFAULT.unknown());
        section.finish();
        return new TextSettings(words, unknown);
    }

    PrivateSettings privates(Section section) {
        boolean keep = section.bool("keep").orElse(false);
        List<Selector.OfPrivate> safe = new ArrayList<>();
        SafeList list = new SafeList(section.problemsOf("safe"));
        for (Json.Text element : section.texts("safe"))
            list.parse(element.value(), element.place()).ifPresent(safe::add);
        for (Json.Text name : section.texts("safeFiles")) {
            Optional<Path> file =
                    section.parse("safeFiles", name.value(), name.place(), ProblemCode.BAD_VALUE, this::resolve);
            file.ifPresent(path -> safe.addAll(SafeList.read(path, name.place(), section.problemsOf("safeFiles"))));
        }
        section.finish();
        return new PrivateSettings(keep, safe);
    }

    EncryptionSettings encryption(Section section) {
        List<Path> recipients = new ArrayList<>();
        for (Json.Text name : section.texts("recipients"))
            section.parse("recipients", name.value(), name.place(), ProblemCode.BAD_VALUE, this::resolve)
                    .ifPresent(recipients::add);
        section.finish();
        return new EncryptionSettings(recipients);
    }

    PixelSettings pixels(Section section) {
        List<PixelSettings.Region> regions = new ArrayList<>();
        int number = 0;
        for (Json.Obj region : section.objects("regions")) {
            number++;
            regions.add(region(new Section(region, section.problemsOf("regions").at("region " + number))));
        }
        Optional<PixelSettings.BurnedIn> onBurnedIn = section.oneOf("onBurnedIn", BURNED_IN);
        section.finish();
        return new PixelSettings(regions, onBurnedIn.orElse(null));
    }

    private static PixelSettings.Region region(Section section) {
        Condition when = section.parsed("when", ProblemCode.BAD_CONDITION, Condition::parse)
                .orElse(null);
        List<PixelSettings.Rectangle> rectangles = new ArrayList<>();
        if (!section.has("rectangles"))
            section.problems()
                    .add(
                            ProblemCode.MISSING_KEY,
                            section.place("rectangles"),
                            "\"rectangles\" is missing: what is blanked");
        for (Json.Text text : section.texts("rectangles"))
            section.parse(
                            "rectangles",
                            text.value(),
                            text.place(),
                            ProblemCode.BAD_VALUE,
                            PixelSettings.Rectangle::parse)
                    .ifPresent(rectangles::add);
        section.finish();
        return new PixelSettings.Region(when, rectangles);
    }
}
