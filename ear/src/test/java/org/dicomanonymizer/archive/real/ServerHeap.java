// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dicomanonymizer.archive.real.Dcmtk.Result;

/**
 * The server's heap as WildFly's management tells it: of G1's old generation, where big values go at once and others when they
 * have outlived some collections.
 */
final class ServerHeap {
    private static final String MEMORY = "/core-service=platform-mbean/type=memory";
    private static final String OLD = MEMORY + "-pool/name=G1_Old_Gen";
    private static final Pattern USED = Pattern.compile("\"?used\"? *(?::|=>) *\"?(\\d+)");

    private final Path wildfly;
    private final String controller;
    private final long before;

    private ServerHeap(String wildfly, String controller) throws IOException, InterruptedException {
        this.wildfly = Path.of(wildfly);
        this.controller = controller;
        before = used(MEMORY + ":gc," + OLD + ":reset-peak-usage," + OLD + ":read-attribute(name=peak-usage)");
    }

    /** The heap as it is now, after a collection; none if {@code archive.wildfly} is not set. */
    static Optional<ServerHeap> now() throws IOException, InterruptedException {
        Optional<String> wildfly = RealArchive.setting("archive.wildfly");
        if (wildfly.isEmpty()) return Optional.empty();
        return Optional.of(new ServerHeap(
                wildfly.get(), RealArchive.setting("archive.management").orElse("127.0.0.1:9990")));
    }

    /** By how many bytes it has grown since then at most. */
    long growth() throws IOException, InterruptedException {
        return used(OLD + ":read-attribute(name=peak-usage)") - before;
    }

    private long used(String commands) throws IOException, InterruptedException {
        Result result = Dcmtk.run(
                wildfly.resolve("bin/jboss-cli.sh").toString(),
                "--connect",
                "--controller=" + controller,
                "--commands=" + commands);
        Matcher used = USED.matcher(result.output());
        assertThat(used.find()).as(result.output()).isTrue();
        return Long.parseLong(used.group(1));
    }
}
