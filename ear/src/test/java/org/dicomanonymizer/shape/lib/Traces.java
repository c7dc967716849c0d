// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.shape.lib;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What an export that is over must not leave on the server. */
public final class Traces {
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    /** WildFly's own, by which it knows that it has started. */
    private static final Path MARKER = Path.of("startup-marker");

    private Traces() {}

    /** Threads at work for exports or holding associations, open files of the storage, and temporary files. */
    public static List<String> ofExports() {
        return Stream.of(threads(), openFiles(), temporaryFiles())
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(Traces::isOfExports)
                .map(entry -> "thread " + entry.getKey().getName())
                .toList();
    }

    private static boolean isOfExports(Map.Entry<Thread, StackTraceElement[]> thread) {
        return thread.getKey().getName().startsWith("association")
                || Arrays.stream(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().startsWith("org.dicomanonymizer.archive.export"));
    }

    private static List<String> openFiles() {
        String storage = System.getProperty("jboss.server.data.dir") + "/storage/";
        return list(OPEN_FILES).stream()
                .map(Traces::target)
                .filter(file -> file.startsWith(storage))
                .map(file -> "open file " + file)
                .toList();
    }

    /** What an open file is; nothing if it was closed meanwhile. */
    private static String target(Path openFile) {
        try {
            return Files.readSymbolicLink(openFile).toString();
        } catch (IOException e) {
            return "";
        }
    }

    private static List<String> temporaryFiles() {
        return list(Path.of(System.getProperty("java.io.tmpdir"))).stream()
                .filter(Files::isRegularFile)
                .filter(file -> !file.endsWith(MARKER))
                .map(file -> "temporary file " + file)
                .toList();
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
