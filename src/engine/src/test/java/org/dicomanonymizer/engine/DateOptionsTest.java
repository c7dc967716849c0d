// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.action.Effect;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.date.DateSettings;
import org.dicomanonymizer.date.ReferenceDates;
import org.dicomanonymizer.date.ReferenceDates.Missing;
import org.dicomanonymizer.date.ShiftRange;
import org.dicomanonymizer.date.TimesMode;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.standard.ActionCode;
import org.dicomanonymizer.standard.Edition;
import org.dicomanonymizer.standard.ProfileOption;
import org.dicomanonymizer.standard.TableRow;
import org.dicomanonymizer.testing.DataSetText;
import org.junit.jupiter.api.Test;

/** The Retain Longitudinal Temporal Information options (PS3.15 E.3.6), and the actions on dates that rules name. */
class DateOptionsTest {
    private static final ProjectKey KEY = ProjectKey.of("a key for tests only");
    private static final DateTimeFormatter DA = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final String CT = "SOPClassUID UI 1.2.840.10008.5.1.4.1.1.2\n";
    private static final ShiftRange HUNDRED_DAYS_BACK = new ShiftRange(-100, -100);
    private static final Profile MODIFIED =
            Profile.basic().withOptions(Set.of(ProfileOption.RETAIN_LONGITUDINAL_MODIFIED_DATES));
    private static final Profile FULL =
            Profile.basic().withOptions(Set.of(ProfileOption.RETAIN_LONGITUDINAL_FULL_DATES));
    private static final Profile HUNDRED = MODIFIED.toBuilder()
            .dates(new DateSettings(HUNDRED_DAYS_BACK, TimesMode.KEEP, Optional.empty()))
            .build();
    private static final Profile TIMES_TOO = MODIFIED.toBuilder()
            .dates(new DateSettings(ShiftRange.DEFAULT, TimesMode.SHIFT, Optional.empty()))
            .build();

    private static Anonymizer anonymizer(Profile profile) {
        return Anonymizer.builder().profile(profile).key(KEY).build();
    }

    private static DataSet treat(Profile profile, String before) {
        DataSet set = DataSetText.parse(before);
        anonymizer(profile).anonymize(set);
        return set;
    }

    private static String print(DataSet set) {
        for (int mark : new int[] {
            Tags.PATIENT_IDENTITY_REMOVED,
            Tags.DEIDENTIFICATION_METHOD,
            Tags.DEIDENTIFICATION_METHOD_CODE_SEQUENCE,
            Tags.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED
        }) set.remove(mark);
        return DataSetText.print(set);
    }

    @Test
    void dates_move_by_one_shift_at_every_depth_and_times_stay() {
        assertThat(print(treat(HUNDRED, """
                        InstanceCreationDate DA 20200615
                        InstanceCreationTime TM 101530.25
                        StudyDate DA 20200615
                        SeriesDate DA 2020.06.16
                        AcquisitionDateTime DT 20200615101530.250000+0200
                        StudyTime TM 10:15:30
                        TimezoneOffsetFromUTC SH +0200
                        ReferencedSeriesSequence SQ
                          -
                            SeriesDate DA 20200101
                            SeriesTime TM 2359
                        DateOfLastCalibration DA 20200601\\20190601
                        FrameReferenceDateTime DT 202006
                        """))).isEqualTo("""
                        InstanceCreationDate DA 20200307
                        InstanceCreationTime TM 101530.25
                        StudyDate DA 20200307
                        SeriesDate DA 20200308
                        AcquisitionDateTime DT 20200307101530.250000+0200
                        StudyTime TM 10:15:30
                        TimezoneOffsetFromUTC SH +0200
                        ReferencedSeriesSequence SQ
                          -
                            SeriesDate DA 20190923
                            SeriesTime TM 2359
                        DateOfLastCalibration DA 20200222\\20190221
                        FrameReferenceDateTime DT 202003
                        """);
    }

    @Test
    void what_is_no_date_gets_the_code_of_the_basic_profile() {
        assertThat(print(treat(HUNDRED, CT + """
                        InstanceCreationDate DA Smith
                        StudyDate DA 20200230
                        SeriesDate DA 00010101
                        ContentDate DA 15/06/20
                        AcquisitionDateTime DT J.Smith
                        StudyTime TM noon
                        TimezoneOffsetFromUTC SH Smith
                        DateOfLastCalibration DA 20200601\\Smith
                        """))).isEqualTo(CT + """
                        StudyDate DA
                        ContentDate DA
                        StudyTime TM
                        """);
    }

    @Test
    void a_date_under_another_VR_is_not_passed_through() {
        DataSet set = DataSetText.parse(CT);
        set.setString(Tags.STUDY_DATE, VR.LO, "20200615");
        set.setBytes(Tags.SERIES_DATE, VR.UN, "20200615".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        anonymizer(MODIFIED).anonymize(set);
        assertThat(DataSetText.print(set)).doesNotContain("20200615", "3230323030363135");
    }

    @Test
    void every_row_of_the_option_moves_with_its_patient() {
        List<String> wrong = new ArrayList<>();
        int rows = 0;
        for (TableRow row : Edition.latest().rows()) {
            if (row.options().get(ProfileOption.RETAIN_LONGITUDINAL_MODIFIED_DATES) != ActionCode.C) continue;
            rows++;
            for (boolean nested : new boolean[] {false, true}) {
                DataSet root = PlantedRow.object();
                DataSet set = nested ? root.addItem(0x00081115) : root;
                PlantedRow.plant(set, row);
                anonymizer(HUNDRED).anonymize(root);
                DataSet after = nested ? root.items(0x00081115).get(0) : root;
                String expected = expected(row);
                String actual = after.contains(PlantedRow.tag(row))
                        ? String.join("", after.strings(PlantedRow.tag(row)))
                        : "absent";
                if (!actual.equals(expected)) wrong.add(row.keyword() + ": " + actual);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(rows).isEqualTo(169);
    }

    private static String expected(TableRow row) {
        return switch (row.vr()) {
            case DA -> "19470731";
            case TM -> "234711";
            case DT -> "19470731234711";
            case SH -> "+0130";
            default -> row.tag().value() == Tags.FRAME_ORIGIN_TIMESTAMP ? "" : "absent";
        };
    }

    @Test
    void rows_without_the_option_and_unlisted_attributes_differ() {
        DataSet set = treat(HUNDRED, CT + """
                StudyUpdateDateTime DT 20200615
                PatientBirthDate DA 19500615
                PatientBirthTime TM 1015
                GPSTimeStamp DT 20200615
                """);
        assertThat(print(set)).isEqualTo(CT + "StudyUpdateDateTime DT 20200307\nPatientBirthDate DA\n");
        assertThat(print(treat(FULL, CT + "StudyUpdateDateTime DT 20200615\nPatientBirthDate DA 19500615\n")))
                .isEqualTo(CT + "StudyUpdateDateTime DT 20200615\nPatientBirthDate DA\n");
        assertThat(print(treat(Profile.basic(), CT + "StudyUpdateDateTime DT 20200615\n")))
                .doesNotContain("2020");
    }

    @Test
    void dates_in_kept_private_attributes_move_too() {
        String before = """
                (0029,0010) LO ACME
                (0029,1001) DA 20200615
                (0029,1002) SQ
                  -
                    (0029,0010) LO ACME
                    (0029,1003) DT 2020061510
                    (0029,1004) DA Smith
                """;
        assertThat(print(treat(HUNDRED.withPrivateKept(true), before))).isEqualTo("""
                (0029,0010) LO ACME
                (0029,1001) DA 20200307
                (0029,1002) SQ
                  -
                    (0029,0010) LO ACME
                    (0029,1003) DT 2020030710
                """);
    }

    @Test
    void a_patient_has_one_shift_in_all_objects_and_runs_and_others_have_others() {
        Set<String> shifts = new HashSet<>();
        for (int patient = 0; patient < 200; patient++) {
            String id = "PatientID LO P" + patient + "\n";
            String first = treat(MODIFIED, "StudyDate DA 20200615\nStudyInstanceUID UI 1.2.3\n" + id)
                    .string(Tags.STUDY_DATE);
            String again = treat(MODIFIED, CT + "StudyDate DA 20200615\nModality CS CT\n" + id)
                    .string(Tags.STUDY_DATE);
            assertThat(first).isEqualTo(again);
            long days = ChronoUnit.DAYS.between(LocalDate.of(2020, 6, 15), LocalDate.parse(first, DA));
            assertThat(days).isBetween(-400L, -30L);
            shifts.add(first);
        }
        assertThat(shifts).hasSizeGreaterThan(100);
    }

    @Test
    void another_key_gives_another_shift() {
        Set<String> dates = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            DataSet set = DataSetText.parse("StudyDate DA 20200615\nPatientID LO 1\n");
            Anonymizer.builder()
                    .profile(MODIFIED)
                    .key(ProjectKey.of("a key for tests, no. " + i))
                    .build()
                    .anonymize(set);
            dates.add(set.string(Tags.STUDY_DATE));
        }
        assertThat(dates).hasSizeGreaterThan(10);
    }

    @Test
    void dates_and_their_times_pass_midnight_together() {
        for (int patient = 0; patient < 100; patient++) {
            DataSet set = treat(TIMES_TOO, CT + """
                    StudyDate DA 20200615
                    AcquisitionDateTime DT 20200615235900
                    StudyTime TM 235900
                    ScheduledProcedureStepStartDate DA 20200616
                    ScheduledProcedureStepStartTime TM 0001
                    DateOfLastCalibration DA 20200615\\20200616
                    TimeOfLastCalibration TM 235900\\000100
                    (0014,407C) TM 235900
                    (0014,407E) DA 20200615
                    """ + "PatientID LO P" + patient + "\n");
            String moved = set.string(0x0008002A);
            assertThat(set.string(Tags.STUDY_DATE) + set.string(0x00080030))
                    .isEqualTo(moved)
                    .isNotEqualTo("20200615235900");
            assertThat(set.strings(0x00181200).get(0) + set.strings(0x00181201).get(0))
                    .isEqualTo(moved);
            assertThat(set.string(0x0014407E) + set.string(0x0014407C)).isEqualTo(moved);
            assertThat(seconds(set.strings(0x00181200).get(1)
                                    + set.strings(0x00181201).get(1))
                            - seconds(moved))
                    .isEqualTo(120);
        }
    }

    private static long seconds(String dateTime) {
        return java.time.LocalDateTime.parse(dateTime, DateTimeFormatter.ofPattern("uuuuMMddHHmmss"))
                .toEpochSecond(java.time.ZoneOffset.UTC);
    }

    @Test
    void the_arithmetic_of_PET_and_dynamic_series_stays() {
        String pet = """
                SOPClassUID UI 1.2.840.10008.5.1.4.1.1.128
                AcquisitionDate DA 20200615
                AcquisitionTime TM 110000
                TriggerTime DS 1250.5
                FrameReferenceTime DS 5000
                ActualFrameDuration IS 180000
                DecayFactor DS 1.31
                RadiopharmaceuticalInformationSequence SQ
                  -
                    RadiopharmaceuticalStartTime TM 100000
                    RadiopharmaceuticalStartDateTime DT 20200615100000
                    RadionuclideHalfLife DS 6586.2
                """;
        for (Profile profile : List.of(MODIFIED, TIMES_TOO)) {
            DataSet set = treat(profile, pet + "PatientID LO 7\n");
            DataSet drug = set.items(0x00540016).get(0);
            long uptake = seconds(set.string(Tags.ACQUISITION_DATE) + set.string(0x00080032))
                    - seconds(drug.string(0x00181078));
            assertThat(uptake).isEqualTo(3600);
            assertThat(drug.string(0x00181078)).endsWith(drug.string(0x00181072));
            assertThat(DataSetText.print(set))
                    .contains(
                            "TriggerTime DS 1250.5",
                            "FrameReferenceTime DS 5000",
                            "DecayFactor DS 1.31",
                            "HalfLife DS 6586.2")
                    .doesNotContain("20200615");
        }
    }

    @Test
    void binary_time_stamps_move_or_go() {
        DataSet set = treat(HUNDRED, """
                FrameOriginTimestamp OB 00005ee747a23b9ac9ff
                CertifiedTimestamp OB 3003020100
                """);
        assertThat(print(set)).isEqualTo("FrameOriginTimestamp OB 00005e6371a23b9ac9ff\n");
        assertThat(print(treat(HUNDRED, "FrameOriginTimestamp OB 4a616e65\n"))).doesNotContain("4a616e65");
    }

    @Test
    void the_mark_tells_what_became_of_the_dates() {
        assertThat(mark(FULL)).isEqualTo("UNMODIFIED");
        assertThat(mark(MODIFIED)).isEqualTo("MODIFIED");
        assertThat(mark(Profile.basic())).isEqualTo("REMOVED");
        DataSet set = DataSetText.parse("StudyDate DA 20200615\n");
        Anonymizer.builder().key(KEY).rule("StudyDate", "truncate_date").build().anonymize(set);
        assertThat(set.string(Tags.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED)).isEqualTo("MODIFIED");
    }

    private static String mark(Profile profile) {
        return treat(profile, "StudyDate DA 20200615\n").string(Tags.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED);
    }

    @Test
    void the_log_tells_of_shifts_but_no_dates() {
        ChangeLog log = anonymizer(MODIFIED).anonymize(DataSetText.parse("StudyDate DA 20200615\nStudyTime TM 10\n"));
        assertThat(log.totals()).containsEntry(Effect.SHIFTED, 1);
        assertThat(log.changes().keySet())
                .extracting(ChangeLog.Change::reason)
                .contains("RetainLongitudinalModifiedDates C");
        assertThat(log.changes().toString()).doesNotContain("2020");
    }

    @Test
    void a_rule_shifts_by_its_own_range_and_by_default_by_that_of_the_profile() {
        DataSet set = DataSetText.parse("StudyDate DA 20200615\nSeriesDate DA 20200615\nAcquisitionTime TM 101530\n");
        Anonymizer.builder()
                .key(KEY)
                .profile(Profile.basic().toBuilder().dates(HUNDRED.dates()).build())
                .rule("StudyDate", "shift_date", "7 days")
                .rule("SeriesDate", "shift_date")
                .rule("AcquisitionTime", "shift_date")
                .build()
                .anonymize(set);
        assertThat(print(set)).isEqualTo("StudyDate DA 20200622\nSeriesDate DA 20200307\nAcquisitionTime TM 101530\n");
    }

    @Test
    void bad_parameters_are_refused_with_reason_and_remedy() {
        assertThatThrownBy(() -> Anonymizer.builder().rule("StudyDate", "shift_date", "a while"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("action shift_date \"a while\" is no range of days; write it like \"-30..-400 days\"");
        assertThatThrownBy(() -> Anonymizer.builder().rule("StudyDate", "shift_date", "7 days", "both"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("action shift_date \"times\" has to be \"keep\" or \"shift\"");
        assertThatThrownBy(() -> Anonymizer.builder().rule("StudyDate", "shift_date", "7 days", "shift"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("range of days");
        assertThatThrownBy(() -> Anonymizer.builder().rule("StudyDate", "truncate_date", "week"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("action truncate_date \"to\" has to be \"year\" or \"month\"");
        assertThatThrownBy(() ->
                        Anonymizer.builder().rule("PatientName", "shift_date").build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("can't treat");
    }

    @Test
    void a_rule_truncates_dates_and_hides_high_ages() {
        String before = CT + """
                StudyDate DA 20200615
                AcquisitionDateTime DT 20200615101530
                StudyTime TM 101530
                PatientBirthDate DA 19120301
                PatientAge AS 108Y
                """;
        DataSet set = DataSetText.parse(before);
        Anonymizer.builder()
                .key(KEY)
                .rule("VR:DA", "truncate_date")
                .rule("AcquisitionDateTime", "truncate_date", "month")
                .rule("StudyTime", "truncate_date")
                .rule("PatientBirthDate", "truncate_date")
                .rule("StudyDate", "truncate_date")
                .rule("PatientAge", "truncate_date")
                .build()
                .anonymize(set);
        assertThat(print(set)).isEqualTo(CT + """
                StudyDate DA 20200101
                AcquisitionDateTime DT 202006
                StudyTime TM 000000
                PatientBirthDate DA 19300101
                PatientAge AS 090Y
                """);
    }

    @Test
    void a_birth_date_is_truncated_only_where_the_age_is_known() {
        DataSet set = DataSetText.parse(CT + "PatientBirthDate DA 19120301\n");
        Anonymizer.builder()
                .key(KEY)
                .rule("PatientBirthDate", "truncate_date")
                .build()
                .anonymize(set);
        assertThat(print(set)).isEqualTo(CT + "PatientBirthDate DA\n");
    }

    @Test
    void days_from_an_event_take_the_place_of_dates() {
        DataSet set = treat(
                Profile.basic().toBuilder().dates(reference(Missing.REFUSE)).build(), CT + """
                StudyDate DA 20200615
                ContentDate DA 20200616
                PatientID LO P1
                """);
        assertThat(DataSetText.print(set))
                .contains(
                        "StudyDate DA\n",
                        "ContentDate DA\n",
                        "ClinicalTrialTimePointID LO\nLongitudinalTemporalOffsetFromEvent FD 166",
                        "LongitudinalTemporalEventType CS BASELINE\n",
                        "LongitudinalTemporalInformationModified CS REMOVED\n")
                .doesNotContain("2020");
    }

    @Test
    void an_object_without_reference_is_refused_or_gets_no_days() {
        String stranger = CT + "StudyDate DA 20200615\nPatientID LO P9\n";
        assertThatThrownBy(() -> treat(
                        Profile.basic().toBuilder()
                                .dates(reference(Missing.REFUSE))
                                .build(),
                        stranger))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("BASELINE")
                .hasMessageNotContaining("P9");
        assertThat(DataSetText.print(treat(
                        Profile.basic().toBuilder()
                                .dates(reference(Missing.OMIT))
                                .build(),
                        stranger)))
                .doesNotContain("LongitudinalTemporalOffset");
    }

    private static DateSettings reference(Missing missing) {
        return new DateSettings(
                ShiftRange.DEFAULT,
                TimesMode.KEEP,
                Optional.of(ReferenceDates.of(Map.of("P1", "20200101"), ReferenceDates.BASELINE, missing)));
    }
}
