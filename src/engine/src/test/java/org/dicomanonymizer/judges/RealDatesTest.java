// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.judges;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.date.DateSettings;
import org.dicomanonymizer.date.ReferenceDates;
import org.dicomanonymizer.date.ReferenceDates.Missing;
import org.dicomanonymizer.date.ShiftRange;
import org.dicomanonymizer.date.TemporalText;
import org.dicomanonymizer.date.TimesMode;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomReader;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.standard.ProfileOption;
import org.dicomanonymizer.testing.Program;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Dates that are moved, in files that others made: legal to dciodvfy, and by one number of days in each file. */
class RealDatesTest {
    private static final Path PYDICOM_FILES = Path.of("/usr/lib/python3/dist-packages/pydicom/data");
    private static final DateTimeFormatter DA = DateTimeFormatter.ofPattern("uuuuMMdd");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void moved_dates_are_legal_and_keep_their_intervals(TimesMode times) throws IOException {
        Anonymizer anonymizer = anonymizer(times);
        List<String> wrong = new ArrayList<>();
        int dates = 0;
        for (Path input : files()) {
            Path output = folder.resolve(input.getFileName());
            anonymizer.anonymize(input, output);
            for (String error : Program.newDciodvfyErrors(input, output)) wrong.add(input.getFileName() + " " + error);
            Set<Long> days = new HashSet<>();
            try (DicomObject before = DicomReader.read(input);
                    DicomObject after = DicomReader.read(output)) {
                Map<String, String> moved = new HashMap<>();
                collect(after.dataSet(), "", moved);
                Map<String, String> originals = new HashMap<>();
                collect(before.dataSet(), "", originals);
                originals.keySet().retainAll(moved.keySet());
                dates += originals.size();
                originals.forEach((place, date) -> days.add(days(date, moved.get(place))));
            }
            if (days.contains(0L) || days.size() > (times == TimesMode.KEEP ? 1 : 2))
                wrong.add(input.getFileName() + " moved by " + days.size() + " numbers of days");
        }
        assertThat(wrong).isEmpty();
        assertThat(dates).isGreaterThan(100);
    }

    private static Anonymizer anonymizer(TimesMode times) {
        ReferenceDates reference =
                ReferenceDates.of(Map.of("1CT1", "20040101", "4MR1", "20040101"), "ENROLLMENT", Missing.OMIT);
        return Anonymizer.builder()
                .key(ProjectKey.of("a key for tests only"))
                .profile(Profile.builder("moved dates")
                        .options(Set.of(ProfileOption.RETAIN_LONGITUDINAL_MODIFIED_DATES))
                        .dates(new DateSettings(ShiftRange.DEFAULT, times, Optional.of(reference)))
                        .build())
                .build();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(PYDICOM_FILES)) {
            return all.filter(file -> file.toString().endsWith(".dcm"))
                    .filter(RealDatesTest::isReadable)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isReadable(Path file) {
        try (DicomObject object = DicomReader.read(file)) {
            return !object.dataSet().contains(Tags.DIRECTORY_RECORD_SEQUENCE);
        } catch (IOException e) {
            return false;
        }
    }

    /** All dates of VR DA that are one, by their place in the object. */
    private static void collect(DataSet set, String path, Map<String, String> dates) {
        for (int tag : set.tags()) {
            String place = path + "/" + tag;
            int item = 0;
            for (DataSet inside : set.items(tag)) collect(inside, place + "[" + item++ + "]", dates);
            String date = set.vr(tag) == VR.DA ? set.string(tag) : null;
            if (date != null && date.matches("\\d{8}") && TemporalText.isDate(date)) dates.put(place, date);
        }
    }

    private static long days(String before, String after) {
        return ChronoUnit.DAYS.between(LocalDate.parse(before, DA), LocalDate.parse(after, DA));
    }
}
