// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The bundle as it is shipped, or one made of it that differs in what a test is about. */
final class Bundle {
    private final Path folder;
    private final List<String> server;

    /** The shipped one, for no server in particular. */
    static Bundle shipped() {
        return new Bundle(Path.of(System.getProperty("bundle")), List.of());
    }

    /** The same bundle, for the server on a management port. */
    Bundle on(int managementPort) {
        return new Bundle(
                folder,
                List.of("--wildfly=" + System.getProperty("wildfly.home"), "--controller=127.0.0.1:" + managementPort));
    }

    private Bundle(Path folder, List<String> server) {
        this.folder = folder;
        this.server = server;
    }

    /** The same bundle, for a server that is stopped. */
    Bundle offline() {
        return new Bundle(
                folder,
                List.of(
                        "--wildfly=" + System.getProperty("wildfly.home"),
                        "--offline",
                        "--base-dir=" + System.getProperty("wildfly.base")));
    }

    String release() {
        try (Stream<String> lines = Files.lines(folder.resolve("bin/release"))) {
            return lines.filter(line -> line.startsWith("version="))
                    .findFirst()
                    .orElseThrow()
                    .substring("version=".length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A bundle of another release, whose plugin has some classes more. */
    Bundle release(String release, Class<?>... more) throws IOException {
        Path copy = copy(release);
        String own = release();
        for (Path jar : jars(copy)) {
            Path renamed = Files.move(
                    jar, jar.resolveSibling(jar.getFileName().toString().replace(own, release)));
            if (!renamed.toString().endsWith("-rest.jar")) add(renamed, more);
        }
        Path description = copy.resolve("bin/release");
        Files.writeString(description, Files.readString(description).replace("version=" + own, "version=" + release));
        return new Bundle(copy, server);
    }

    /** A bundle as it might have been before the last of its object classes was thought of. */
    Bundle withoutLastClassOfTheSchema(String release) throws IOException {
        Path copy = copy(release);
        Path ldif = copy.resolve("config/ldap/slapd/dicom-anonymizer.ldif");
        String text = Files.readString(ldif);
        Files.writeString(ldif, text.substring(0, text.lastIndexOf("olcObjectClasses:")));
        return new Bundle(copy, server);
    }

    /** Runs one of the commands. */
    Result run(String command, String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(server);
        all.addAll(List.of(arguments));
        return execute(command, all);
    }

    /** Runs the command for the schema. */
    Result ldapSchema(String... arguments) throws IOException, InterruptedException {
        return execute("ldap-schema", List.of(arguments));
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    private Result execute(String command, List<String> arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(arguments);
        line.add(0, folder.resolve(command).toString());
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    private static List<Path> jars(Path bundle) throws IOException {
        try (Stream<Path> files = Files.list(bundle.resolve("lib"))) {
            return files.toList();
        }
    }

    private static void add(Path jar, Class<?>... classes) throws IOException {
        URI uri = URI.create("jar:" + jar.toUri());
        try (FileSystem zip = FileSystems.newFileSystem(uri, Map.of())) {
            for (Class<?> type : classes) {
                String name = type.getName().replace('.', '/') + ".class";
                Path entry = zip.getPath(name);
                Files.createDirectories(entry.getParent());
                try (InputStream content = type.getClassLoader().getResourceAsStream(name)) {
                    Files.copy(content, entry);
                }
            }
        }
    }

    private Path copy(String name) throws IOException {
        Path copy = folder.resolveSibling(name);
        delete(copy);
        copy(folder, copy);
        return copy;
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator)
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** How a command ended, and what it said. */
    record Result(int code, String output) {}
}
