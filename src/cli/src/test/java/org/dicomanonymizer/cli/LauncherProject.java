// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The launcher in a project of its own, on a machine whose only programs are a few basic ones and, where a test wants them,
 * a Java and a Maven that write down what they were asked to do.
 */
final class LauncherProject {
    private static final List<String> TOOLS =
            List.of("cat", "dirname", "find", "flock", "head", "mkdir", "mv", "readlink", "rm", "sed");

    final Path home;
    final Path launcher;
    final Path jar;
    private final Path programs;
    private final Map<String, String> environment = new HashMap<>();

    /** What came of a start: the exit code, and what was written to standard output and to standard error. */
    record Result(int exit, String out, String err) {}

    LauncherProject(Path folder) {
        try {
            home = Files.createDirectories(folder.resolve("a project/with blänks"));
            launcher = home.resolve("src/cli/dicom-anonymizer");
            jar = home.resolve("src/cli/target/dicom-anonymizer/dicom-anonymizer.jar");
            programs = Files.createDirectories(folder.resolve("bin"));
            for (String source : List.of("pom.xml", "src/cli/pom.xml", "src/cli/src/main/A", "src/engine/src/main/B"))
                write(home.resolve(source), "");
            Files.copy(Path.of("dicom-anonymizer"), launcher);
            for (String tool : TOOLS) script(programs.resolve(tool), "exec " + locate(tool) + " \"$@\"\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a JDK on the path that prints its arguments, one a line. */
    Path withJava(String version) throws IOException {
        Path jdk = home.resolveSibling("jdk-" + version);
        write(jdk.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\nOS_ARCH=\"x86_64\"\n");
        script(jdk.resolve("bin/java"), """
                for argument; do
                    case $argument in
                        -version) echo 'openjdk version "%s" 2025-04-15' >&2 ;;
                        -XX:ArchiveClassesAtExit=*) echo archive > "${argument#*=}" ;;
                    esac
                done
                printf '%%s\\n' "LC_ALL=${LC_ALL:-}" "$@"
                """.formatted(version));
        Files.deleteIfExists(programs.resolve("java"));
        Files.createSymbolicLink(programs.resolve("java"), jdk.resolve("bin/java"));
        return jdk;
    }

    /** Puts a Maven on the path that notes its call, runs these lines, and makes the jar. */
    void withMaven(String lines) throws IOException {
        script(programs.resolve("mvn"), """
                echo "$PWD: $*" >> maven-calls
                %s
                mkdir -p src/cli/target/dicom-anonymizer
                echo built > src/cli/target/dicom-anonymizer/dicom-anonymizer.jar
                """.formatted(lines));
    }

    void with(String variable, String value) {
        environment.put(variable, value);
    }

    List<String> mavenCalls() throws IOException {
        Path calls = home.resolve("maven-calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    /** Makes a file look as if it was changed long after everything else. */
    void touch(String source) throws IOException {
        Files.setLastModifiedTime(
                home.resolve(source), FileTime.from(Instant.now().plusSeconds(3600)));
    }

    Result start(String... arguments) throws IOException, InterruptedException {
        return finish(begin(launcher, arguments));
    }

    Process begin(Path command, String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(command.toString()));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).directory(programs.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", programs.toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    static Result finish(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES)) throw new AssertionError("the launcher does not end");
        return new Result(process.exitValue(), out, err);
    }

    private static Path locate(String tool) {
        for (String folder : System.getenv("PATH").split(":"))
            if (Files.isExecutable(Path.of(folder, tool))) return Path.of(folder, tool);
        throw new AssertionError("no " + tool + " on the PATH");
    }

    private static void script(Path file, String lines) throws IOException {
        write(file, "#!/bin/sh\n" + lines);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
