// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.batch;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.dicomanonymizer.dicom.PendingFile;

/**
 * The entries of a folder and its subfolders, in the order of their names, found as they are asked for: only the names of
 * the folders on the way are held. Whatever can't be read is an entry too, so that nothing is passed over in silence.
 *
 * <p>Links to files are followed. Links to folders are not: what lies within the input is treated where it lies, and what
 * lies outside has to be given as an input of its own. So there are no loops, and one link can't lay a disk open.
 */
final class FileTree implements Iterator<Found> {
    private final Path root;
    private final Deque<Iterator<Path>> open = new ArrayDeque<>();
    private final Deque<Found> ready = new ArrayDeque<>();

    FileTree(Path root) {
        this.root = root;
        enter(root);
    }

    /** The number of files in a folder, without those that could not be read. */
    static long count(Path root) {
        long count = 0;
        for (FileTree tree = new FileTree(root);
                tree.hasNext() && !Thread.currentThread().isInterrupted(); )
            if (tree.next().verdict() == null) count++;
        return count;
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty() && !open.isEmpty()) {
            if (open.peek().hasNext()) look(open.peek().next());
            else open.pop();
        }
        return !ready.isEmpty();
    }

    @Override
    public Found next() {
        if (!hasNext()) throw new NoSuchElementException();
        return ready.remove();
    }

    private void enter(Path folder) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (IOException e) {
            ready.add(Found.failed(folder, "the folder can't be read: " + Reasons.of(e)));
        } catch (DirectoryIteratorException e) {
            ready.add(Found.failed(folder, "the folder can't be read: " + Reasons.of(e.getCause())));
        }
        Collections.sort(entries);
        open.push(entries.iterator());
    }

    private void look(Path entry) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory()) enter(entry);
            else if (attributes.isSymbolicLink()) ready.add(linked(entry));
            else ready.add(single(entry, attributes));
        } catch (IOException e) {
            ready.add(Found.failed(entry, Reasons.of(e)));
        }
    }

    private Found linked(Path link) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(link, BasicFileAttributes.class);
            if (!attributes.isDirectory()) return single(link, attributes);
            return Found.skipped(link, "links to folders are not followed; give that folder as INPUT of its own");
        } catch (IOException e) {
            return Found.failed(link, "the link leads to nothing that can be read");
        }
    }

    private Found single(Path file, BasicFileAttributes attributes) {
        if (!attributes.isRegularFile()) return Found.skipped(file, "no regular file");
        if (PendingFile.isPending(file)) return Found.skipped(file, "left behind by a run that was killed");
        return Found.file(file, root.relativize(file), attributes.size());
    }
}
