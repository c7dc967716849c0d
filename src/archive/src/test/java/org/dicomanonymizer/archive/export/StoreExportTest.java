// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.VR;
import org.dcm4chee.arc.entity.Task;
import org.dcm4chee.arc.qmgt.Outcome;
import org.dicomanonymizer.testing.Program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies go back into the archive, apart from their originals. */
class StoreExportTest {
    private static final Path SAMPLES = Path.of("../../docs/samples");

    @TempDir
    Path folder;

    private TestArchive archive;

    @BeforeEach
    void archive() throws IOException {
        archive = new TestArchive(folder);
    }

    private Outcome export(String... properties) throws Exception {
        return archive.export("anonymized:store:" + TestArchive.OTHER_AE, properties);
    }

    private void assertRefused(Outcome outcome, String reason) {
        assertThat(outcome.getStatus()).isEqualTo(Task.Status.WARNING);
        assertThat(outcome.getDescription())
                .contains("completed:0, refused:1: ")
                .contains(reason);
        assertThat(archive.stored()).isEmpty();
    }

    @Test
    void every_object_is_stored_as_a_whole_file() throws Exception {
        List<String> names = List.of("ct", "us-rle", "pdf", "sc-deflated");
        for (String name : names) archive.add(SAMPLES.resolve(name + ".dcm"));
        Outcome outcome = export();
        assertThat(outcome.getDescription())
                .isEqualTo("completed:4 - de-identified by profile basic to store:RESEARCH");
        assertThat(archive.stored())
                .hasSize(4)
                .allSatisfy(
                        file -> assertThat(Program.run("dcmdump", "-q", "+P", "PatientIdentityRemoved", file.toString())
                                        .output())
                                .contains("[YES]"));
    }

    @Test
    void a_copy_is_not_copied_again() throws Exception {
        archive.add(SAMPLES.resolve("ct.dcm"));
        export();
        Path copy = archive.stored().get(0);
        TestArchive second = new TestArchive(folder.resolve("second"));
        second.add(copy);
        Outcome outcome = second.export("anonymized:store:" + TestArchive.OTHER_AE);
        assertThat(outcome.getStatus()).isEqualTo(Task.Status.WARNING);
        assertThat(outcome.getDescription()).contains("refused:1: it has been de-identified already");
        assertThat(second.stored()).isEmpty();
    }

    @Test
    void a_copy_must_not_join_the_original_patient() throws Exception {
        archive.profile("same-patient", "\"rules\": [{\"tag\": \"PatientID\", \"action\": \"keep\"}]");
        archive.add(SAMPLES.resolve("ct.dcm"));
        assertRefused(export("profile=same-patient"), "its Patient ID and issuer are unchanged");
    }

    @Test
    void a_copy_must_not_join_the_original_study() throws Exception {
        archive.profile("same-uids", "\"options\": [\"RetainUIDs\"]");
        archive.add(SAMPLES.resolve("ct.dcm"));
        assertRefused(export("profile=same-uids"), "its UIDs are unchanged");
    }

    @Test
    void a_copy_needs_a_patient_and_the_mark_of_a_copy() throws Exception {
        archive.profile("nobody", "\"rules\": [{\"tag\": \"PatientID\", \"action\": \"empty\"}]");
        archive.profile("unmarked", "\"options\": [], \"extends\": \"keep-all\"");
        archive.add(SAMPLES.resolve("ct.dcm"));
        assertRefused(export("profile=nobody"), "after de-identification it has no Patient ID");
        assertRefused(export("profile=unmarked"), "does not set Patient Identity Removed");
    }

    /** What the database says of the object is what its copy is compared with. */
    @Test
    void a_patient_that_was_merged_meanwhile_is_not_joined_either() throws Exception {
        archive.profile(
                "constant",
                "\"rules\": [{\"tag\": \"PatientID\", \"action\": \"replace_with_value\", \"value\": \"MERGED\"}]");
        Attributes attributes = archive.add(SAMPLES.resolve("ct.dcm"));
        attributes.setString(0x00100020, VR.LO, "MERGED");
        assertRefused(export("profile=constant"), "its Patient ID and issuer are unchanged");
    }
}
