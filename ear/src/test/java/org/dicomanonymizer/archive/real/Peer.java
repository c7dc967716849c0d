// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dicomanonymizer.archive.real.Dcmtk.Result;

/** Another system's application entity that stores into the archive and retrieves from it, by dcmtk. */
final class Peer {
    private final RealArchive archive;
    private final String title;

    Peer(RealArchive archive, String title) {
        this.archive = archive;
        this.title = title;
    }

    /** Stores an object, or all that are in a folder, through an application entity of the archive. */
    void store(String aet, Path file) throws IOException, InterruptedException {
        String name = file.getFileName().toString();
        String syntax = name.startsWith("us-rle") ? "-xr" : name.contains("deflated") ? "-xd" : "-x=";
        Result result = Dcmtk.run(
                "storescu",
                "+sd",
                syntax,
                "-aet",
                title,
                "-aec",
                aet,
                archive.host,
                "" + archive.port,
                file.toString());
        assertThat(result.code()).as("%s: %s", file, result.output()).isZero();
    }

    /** Has an application entity of the archive send a study to a receiver. */
    Result move(String aet, String receiver, String study) throws IOException, InterruptedException {
        return retrieve("movescu", aet, study, "-aem", receiver);
    }

    /** Gets a study through an application entity of the archive. */
    Result get(String aet, String study, Path folder) throws IOException, InterruptedException {
        return retrieve("getscu", aet, study, "-od", folder.toString());
    }

    private Result retrieve(String program, String aet, String study, String... more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program, "-v", "-S", "-aet", title, "-aec", aet));
        command.addAll(List.of(more));
        command.addAll(List.of("-k", "QueryRetrieveLevel=STUDY", "-k", "StudyInstanceUID=" + study));
        command.addAll(List.of(archive.host, "" + archive.port));
        return Dcmtk.run(command.toArray(String[]::new));
    }
}
