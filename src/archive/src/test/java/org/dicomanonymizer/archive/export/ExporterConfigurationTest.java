// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dcm4chee.arc.conf.ExporterDescriptor;
import org.dicomanonymizer.archive.profile.UnusableProfileException;
import org.dicomanonymizer.archivedouble.Doubles;
import org.dicomanonymizer.rule.ConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is configured wrong is told before anything is sent. */
class ExporterConfigurationTest {
    @TempDir
    Path folder;

    private TestArchive archive;

    @BeforeEach
    void archive() throws IOException {
        archive = new TestArchive(folder);
    }

    private void assertRefused(ExporterDescriptor descriptor, String... lines) {
        assertThatThrownBy(() -> archive.exporter(descriptor))
                .isInstanceOf(ConfigurationException.class)
                .extracting(e -> ((ConfigurationException) e).problems())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
                .containsExactly(lines);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anonymized:dicom:STORESCP",
                "anonymized:stow:orthanc",
                "anonymized:store:RESEARCH",
                "anonymized:dir:/data/out"
            })
    void all_ways_are_understood(String uri) {
        assertThat(archive.exporter(TestArchive.descriptor(uri, "threads=4"))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "anonymized:ftp:x | dcmURI has to be anonymized:dicom:AETITLE, anonymized:stow:WEBAPPNAME,"
                        + " anonymized:store:AETITLE, anonymized:dir:/path or anonymized:requested",
                "anonymized:dicom | dcmURI has to be anonymized:dicom:AETITLE, anonymized:stow:WEBAPPNAME,"
                        + " anonymized:store:AETITLE, anonymized:dir:/path or anonymized:requested",
                "anonymized:dicom:MUCH_TOO_LONG_A_TITLE | dcmURI: \"MUCH_TOO_LONG_A_TITLE\" is no AE title",
                "anonymized:dir:here | dcmURI: the path after anonymized:dir: has to be absolute",
                "anonymized:store:NOBODY | dcmURI: NOBODY is no AE of this archive"
            })
    void a_destination_that_can_not_be_one_is_refused(String uri, String problem) {
        assertRefused(TestArchive.descriptor(uri), "Exporter DEID: " + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "threads=0 | dcmProperty threads has to be a number from 1 to 32",
                "threads=many | dcmProperty threads has to be a number from 1 to 32",
                "report=reports | dcmProperty report: it has to be the absolute path of a folder",
                "zip=1 | dcmProperty zip has to be true or false",
                "profile= | dcmProperty profile=NAME is missing; name the de-identification profile to use",
                "colour=red | dcmProperty colour is not known; known are profile, profiles, threads, report, with"
                        + " anonymized:dir:... path and zip, and with anonymized:requested destinations and roles",
                "destinations=dicom:X | dcmProperty destinations is for dcmURI anonymized:requested only; remove it",
                "path={PatientID}.dcm | dcmProperty path: {SOPInstanceUID} is missing, without which objects would share"
                        + " a name",
                "path=../{SOPInstanceUID} | dcmProperty path: every folder and file needs a name that does not begin with"
                        + " \".\"",
                "path=/a/{SOPInstanceUID} | dcmProperty path: it has to begin without \"/\"",
                "path={PatientsName}/{SOPInstanceUID} | dcmProperty path: {PatientsName} is no keyword of an attribute"
            })
    void a_property_that_can_not_be_is_refused(String property, String problem) {
        assertRefused(TestArchive.descriptor("anonymized:dir:/data/out", property), "Exporter DEID: " + problem);
    }

    @Test
    void a_folder_of_reports_that_can_not_be_written_is_refused() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertRefused(
                TestArchive.descriptor("anonymized:dicom:STORESCP", "report=" + file + "/reports"),
                "Exporter DEID: dcmProperty report: the folder " + file
                        + "/reports can't be made (FileSystemException); name one that the server's user may write to");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dicom:A,dir:/data | dcmProperty destinations: \"dir:/data\" has to be dicom:AETITLE, stow:WEBAPPNAME or"
                        + " store:AETITLE",
                "dicom: | dcmProperty destinations: \"dicom:\" has to be dicom:AETITLE, stow:WEBAPPNAME or store:AETITLE",
                "dicom:A B | dcmProperty destinations: \"A B\" is no AE title",
                "dicom:A,store:NOBODY | dcmProperty destinations: NOBODY is no AE of this archive",
                "' , ' | dcmProperty destinations=DESTINATION,DESTINATION is missing; name those that a request may choose,"
                        + " such as dicom:AETITLE"
            })
    void a_choice_with_a_destination_that_can_not_be_one_is_refused(String destinations, String problem) {
        assertRefused(
                TestArchive.descriptor("anonymized:requested", "destinations=" + destinations),
                "Exporter DEID: " + problem);
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        ExporterDescriptor descriptor = TestArchive.descriptor("anonymized:dicom:STORESCP", "zip=true", "threads=x");
        descriptor.setAETitle(null);
        assertRefused(
                descriptor,
                "Exporter DEID: dcmProperty zip is for dcmURI anonymized:dir:... only; remove it",
                "Exporter DEID: dicomAETitle is missing; name the archive's AE that reads the objects",
                "Exporter DEID: dcmProperty threads has to be a number from 1 to 32");
    }

    @ParameterizedTest
    @ValueSource(strings = {"anonymized:dicom:STORESCP", "anonymized:requested"})
    void settings_that_would_tell_others_of_originals_are_refused(String uri) throws Exception {
        ExporterDescriptor descriptor = TestArchive.descriptor(uri);
        if (uri.endsWith("requested")) descriptor.setProperty("destinations", "store:RESEARCH");
        Doubles.setConsequences(descriptor);
        assertRefused(
                descriptor,
                "Exporter DEID: dcmIanDestination notifies others of the original UIDs; remove it",
                "Exporter DEID: dcmStgCmtSCP asks about the original UIDs; remove it",
                "Exporter DEID: dcmDeleteStudyFromStorageID deletes originals of which only a de-identified copy was made;"
                        + " remove it",
                "Exporter DEID: dcmRejectForDataRetentionExpiry rejects originals of which only a de-identified copy was"
                        + " made; remove it",
                "Exporter DEID: dcmExportAsSourceAE tells the destination the original source; remove it");
    }

    @Test
    void a_profile_that_is_not_there_or_broken_is_refused() {
        assertThatThrownBy(() -> archive.exporter(TestArchive.descriptor("anonymized:dir:/data", "profile=reseach")))
                .isInstanceOf(UnusableProfileException.class)
                .hasMessageContaining("\"reseach\"");
        archive.profile("broken", "\"options\": [\"CleanEverything\"]");
        assertThatThrownBy(() -> archive.exporter(TestArchive.descriptor("anonymized:dir:/data", "profiles=broken")))
                .isInstanceOf(UnusableProfileException.class)
                .hasMessageContaining("CleanEverything");
    }

    @Test
    void a_rule_that_would_export_the_copies_again_is_refused() {
        archive.rules.add(Doubles.exportRule("other", "OTHER", true));
        archive.rules.add(Doubles.exportRule("originals only", "DEID", false));
        archive.exporter(TestArchive.descriptor("anonymized:store:RESEARCH"));
        archive.rules.add(Doubles.exportRule("all", "DEID", true));
        assertRefused(
                TestArchive.descriptor("anonymized:store:RESEARCH"),
                "Exporter DEID: export rule \"all\" would export again what this exporter stores in AE RESEARCH; give it"
                        + " the condition PatientIdentityRemoved!=YES");
        assertRefused(
                TestArchive.descriptor("anonymized:requested", "destinations=dicom:FAR,store:RESEARCH"),
                "Exporter DEID: export rule \"all\" would export again what this exporter stores in AE RESEARCH; give it"
                        + " the condition PatientIdentityRemoved!=YES");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?profile=secret", "?profile=", "?profile=basic&profile=other", "?a=b&profile=%62asic%20"})
    void a_request_may_not_name_what_the_exporter_does_not_allow(String query) {
        archive.request = "/dcm4chee-arc/aets/ARCHIVE/rs/studies/1.2.3/export/DEID" + query;
        assertThatThrownBy(() -> archive.export("anonymized:dir:" + folder.resolve("out")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "the request has to name one of the profiles that dcmProperty profile and dcmProperty profiles of"
                                + " this exporter allow: basic");
    }
}
