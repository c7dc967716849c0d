// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dicomanonymizer.rule.ConfigurationException;

/** Which inputs there are and where their outputs go. Refuses, before anything is written, what could harm an input. */
final class Plan {
    private final Path input;
    private final boolean folder;
    private final Path output;
    private final Path realInput;
    private final Set<Path> prepared = ConcurrentHashMap.newKeySet();

    /** The folder above all outputs, free of links; set when it exists. */
    private Path realOutput;

    private Plan(Path input, boolean folder, Path output) throws IOException {
        this.input = input;
        this.folder = folder;
        this.output = output;
        this.realInput = input.toRealPath();
    }

    /**
     * @param intoFolder whether the output of a single file is a folder even where none exists yet
     * @throws ConfigurationException if the two can't be input and output of a run
     */
    static Plan of(Path input, Path output, boolean intoFolder) {
        if (!Files.exists(input, LinkOption.NOFOLLOW_LINKS)) throw problem("INPUT " + input + " does not exist");
        if (!Files.exists(input)) throw problem("INPUT " + input + " is a link that leads to nothing");
        boolean folder = Files.isDirectory(input);
        if (!folder && !Files.isRegularFile(input)) throw problem("INPUT " + input + " is neither a file nor a folder");
        if (!Files.isReadable(input)) throw problem("INPUT " + input + " can't be read: access denied");
        try {
            Plan plan = new Plan(input, folder, target(input, output, folder, intoFolder));
            plan.check();
            return plan;
        } catch (IOException e) {
            throw problem("OUTPUT " + output + " can't be used: " + Reasons.of(e));
        }
    }

    private static Path target(Path input, Path output, boolean folder, boolean intoFolder) throws IOException {
        if (folder || !(intoFolder || Files.isDirectory(output))) return output;
        return output.resolve(input.toRealPath(LinkOption.NOFOLLOW_LINKS).getFileName());
    }

    private void check() throws IOException {
        if (Files.exists(output) && Files.isSameFile(input, output))
            throw problem("OUTPUT is INPUT itself (" + output + "); give another place, inputs are never changed");
        Path real = realPathOf(output);
        if (!folder) return;
        if (Files.exists(output) && !Files.isDirectory(output))
            throw problem("OUTPUT " + output + " is a file; the output of a folder has to be a folder");
        if (real.startsWith(realInput))
            throw problem("OUTPUT " + output + " lies inside INPUT " + input + "; give a place outside of it");
        if (realInput.startsWith(real))
            throw problem("INPUT " + input + " lies inside OUTPUT " + output + "; give an empty folder outside of it");
    }

    /** The path free of links, for one whose last parts do not exist yet. */
    private static Path realPathOf(Path path) throws IOException {
        Path existing = path.toAbsolutePath().normalize();
        while (existing.getParent() != null && !Files.exists(existing, LinkOption.NOFOLLOW_LINKS))
            existing = existing.getParent();
        Path rest = existing.relativize(path.toAbsolutePath().normalize());
        return existing.toRealPath().resolve(rest).normalize();
    }

    boolean isFolder() {
        return folder;
    }

    Path input() {
        return input;
    }

    Path output() {
        return output;
    }

    /** All that is found in the input, in a fixed order. */
    Iterator<Found> inputs() throws IOException {
        if (folder) return new FileTree(input);
        Path name = input.toRealPath(LinkOption.NOFOLLOW_LINKS).getFileName();
        return Collections.singleton(Found.file(input, name, Files.size(input))).iterator();
    }

    /** The number of inputs. */
    long count() {
        return folder ? FileTree.count(input) : 1;
    }

    /** The output of an input. */
    Path target(Found found) {
        return folder ? output.resolve(found.relative()) : output;
    }

    /**
     * Makes the folder of all outputs.
     *
     * @throws ConfigurationException if it can't be made or written to
     */
    void prepare() {
        Path top = folder ? output : output.toAbsolutePath().getParent();
        if (top == null) throw problem("OUTPUT " + output + " is no file");
        try {
            Files.createDirectories(top);
            realOutput = top.toRealPath();
        } catch (IOException e) {
            throw problem("OUTPUT folder " + top + " can't be made: " + Reasons.of(e));
        }
        if (!Files.isWritable(top)) throw problem("OUTPUT folder " + top + " can't be written to: access denied");
    }

    /**
     * Makes the folder of an output where it is missing.
     *
     * @throws IOException if it can't be made, or a link in it leads out of the folder of all outputs
     */
    void prepare(Path target) throws IOException {
        Path parent = target.toAbsolutePath().getParent();
        if (prepared.contains(parent)) return;
        Files.createDirectories(parent);
        if (!parent.toRealPath().startsWith(realOutput))
            throw new IOException("a link leads out of OUTPUT at " + parent + "; remove it");
        prepared.add(parent);
    }

    private static ConfigurationException problem(String text) {
        return new ConfigurationException(text);
    }
}
