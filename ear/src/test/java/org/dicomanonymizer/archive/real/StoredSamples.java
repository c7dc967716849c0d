// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The samples, as patients of an issuer of their own, in an archive. Whatever goes into the archive from or to the titles of a
 * check is removed by these titles, whatever has become of its identifiers.
 */
final class StoredSamples {
    /** Of whom the archive cannot have a patient. */
    static final String ISSUER = "DANTEST";

    private static final String JSON = "application/dicom+json";

    private final RealArchive archive;
    private final Set<String> titles;
    private final List<Path> files = new ArrayList<>();
    private final Originals originals;

    /**
     * Copies the samples.
     *
     * @param titles application entities by which this check stores, in the archive or outside; nobody else may use them
     */
    StoredSamples(RealArchive archive, Path folder, Set<String> titles) throws IOException, InterruptedException {
        this.archive = archive;
        this.titles = titles;
        Files.createDirectories(folder);
        for (Path sample : Dcmtk.files(Path.of(System.getProperty("samples")))) {
            if (!sample.toString().endsWith(".dcm")) continue;
            Path copy = Files.copy(sample, folder.resolve(sample.getFileName()));
            modify(copy, "-i", "IssuerOfPatientID=" + ISSUER);
            files.add(copy);
        }
        originals = new Originals(files, ISSUER);
    }

    /** All of them. */
    List<Path> files() {
        return files;
    }

    /** One of them. */
    Path file(String name) {
        return files.stream().filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }

    /** What identifies their patients. */
    Originals originals() {
        return originals;
    }

    /** Changes a file by dcmodify. */
    static void modify(Path file, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("dcmodify", "-nb"));
        command.addAll(List.of(options));
        command.add(file.toString());
        Dcmtk.Result result = Dcmtk.run(command.toArray(String[]::new));
        assertThat(result.code()).as("%s: %s", command, result.output()).isZero();
    }

    /** Stores them, in an archive that has none of their studies, by an application entity without coercion. */
    void store(Peer peer) throws Exception {
        for (Path file : files) {
            String study = Identity.of(file).study();
            assertThat(archive.get(rs(archive.aet) + "/studies?StudyInstanceUID=" + study, JSON)
                            .statusCode())
                    .as("the archive must not hold study %s of the samples", study)
                    .isEqualTo(204);
        }
        for (Path file : files) peer.store(archive.aet, file);
    }

    /**
     * Removes what was stored by this check, in this run and before.
     *
     * @param deleting application entity of the archive through which studies can be deleted
     */
    void remove(String deleting) throws Exception {
        Set<String> patients = new TreeSet<>();
        for (String filter :
                List.of("SendingApplicationEntityTitleOfSeries", "ReceivingApplicationEntityTitleOfSeries"))
            for (String title : titles)
                for (JsonNode study : found("/studies?includefield=all&" + filter + "=" + title)) {
                    patients.add(patient(study));
                    archive.send("DELETE", rs(deleting) + "/studies/" + uid(study), "*/*");
                }
        for (JsonNode patient : found("/patients?includefield=all&IssuerOfPatientID=" + ISSUER))
            patients.add(patient(patient));
        for (String patient : patients)
            archive.send(
                    "DELETE",
                    rs(archive.aet) + "/patients/" + URLEncoder.encode(patient, StandardCharsets.UTF_8),
                    "*/*");
        assertThat(found("/patients?IssuerOfPatientID=" + ISSUER))
                .as("patients that are left")
                .isEmpty();
    }

    private Iterable<JsonNode> found(String query) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = archive.get(rs(archive.aet) + query, JSON);
        if (answer.statusCode() == 204) return List.of();
        assertThat(answer.statusCode()).as(query).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static String uid(JsonNode study) {
        return study.at("/0020000D/Value/0").asText();
    }

    private static String patient(JsonNode object) {
        String id = object.at("/00100020/Value/0").asText();
        String issuer = object.at("/00100021/Value/0").asText();
        return issuer.isEmpty() ? id : id + "^^^" + issuer;
    }

    private static String rs(String aet) {
        return "/aets/" + aet + "/rs";
    }
}
