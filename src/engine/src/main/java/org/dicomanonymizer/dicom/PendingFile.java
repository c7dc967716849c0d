// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * A file in the making: it lies beside its target under a name of its own and takes the target's name only by {@link
 * #commit}, so that nobody ever sees half of it. Closed without that, or caught by the end of the program, it is deleted.
 *
 * <p>Its mode is what the user's umask gives a new file, its times are those of writing: neither tells anything of an
 * original.
 */
public final class PendingFile implements Closeable {
    private static final String PREFIX = ".dicom-anonymizer-";
    private static final String SUFFIX = ".part";
    private static final Pattern NAME = Pattern.compile("\\.dicom-anonymizer-[0-9a-f]{16}\\.part");
    private static final Object WITHOUT_HARD_LINKS = new Object();

    private enum State {
        OPEN,
        COMMITTED,
        DELETED
    }

    private final Path target;
    private final boolean replace;
    private final Path path;
    private final Thread hook;
    private FileChannel channel;
    private State state = State.OPEN;

    private PendingFile(Path target, boolean replace) {
        this.target = target;
        this.replace = replace;
        String random = String.format("%016x", ThreadLocalRandom.current().nextLong());
        this.path = target.toAbsolutePath().resolveSibling(PREFIX + random + SUFFIX);
        this.hook = new Thread(this::deleteAtEnd, "delete " + path.getFileName());
    }

    /**
     * Begins a file, in a folder that exists.
     *
     * @param replace whether a file that has the target's name may be replaced; a link of that name is replaced, not followed
     * @throws FileAlreadyExistsException if the target exists and may not be replaced
     * @throws IOException if the target is a folder or a device, or no file can be made
     */
    public static PendingFile create(Path target, boolean replace) throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            if (!replace) throw new FileAlreadyExistsException(target.toString());
            if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(target))
                throw new FileSystemException(target.toString(), null, "is no regular file, so it can't be replaced");
        }
        PendingFile file = new PendingFile(target, replace);
        file.open();
        return file;
    }

    /** Whether a file has the name of one in the making, such as a killed program leaves behind. */
    public static boolean isPending(Path file) {
        Path name = file.getFileName();
        return name != null && NAME.matcher(name.toString()).matches();
    }

    private synchronized void open() throws IOException {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            throw programEnds();
        }
        try {
            if (state == State.DELETED) throw programEnds();
            channel = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        } catch (IOException | RuntimeException e) {
            removeHook();
            throw e;
        }
    }

    /** Where the file lies until it has its target's name. */
    public Path path() {
        return path;
    }

    /** Where to write; {@link #commit} and {@link #close} close it. */
    public FileChannel channel() {
        return channel;
    }

    /**
     * Closes the file and gives it the name of its target.
     *
     * @throws FileAlreadyExistsException if the target has come into being meanwhile and may not be replaced
     */
    public synchronized void commit() throws IOException {
        if (state == State.DELETED) throw programEnds();
        channel.close();
        if (replace) move();
        else moveToFreeName();
        state = State.COMMITTED;
        removeHook();
    }

    private void move() throws IOException {
        try {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A rename replaces what is there; making a second name for the file does not. */
    private void moveToFreeName() throws IOException {
        try {
            Files.createLink(target, path);
        } catch (FileAlreadyExistsException | NoSuchFileException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            moveWithoutHardLinks();
            return;
        }
        Files.delete(path);
    }

    /** For file systems such as FAT: at least no other thread takes the name between look and rename. */
    private void moveWithoutHardLinks() throws IOException {
        synchronized (WITHOUT_HARD_LINKS) {
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS))
                throw new FileAlreadyExistsException(target.toString());
            move();
        }
    }

    /** Deletes the file unless it has been committed. */
    @Override
    public synchronized void close() throws IOException {
        if (state != State.OPEN) return;
        try {
            delete();
        } finally {
            removeHook();
        }
    }

    private void delete() throws IOException {
        state = State.DELETED;
        if (channel == null) return;
        try {
            channel.close();
        } finally {
            Files.deleteIfExists(path);
        }
    }

    private synchronized void deleteAtEnd() {
        if (state != State.OPEN) return;
        try {
            delete();
        } catch (IOException e) {
            // the program ends and can tell nobody; the file's name tells what it is
            state = State.DELETED;
        }
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the hooks are running; this one will find nothing left to do
            return;
        }
    }

    private IOException programEnds() {
        return new FileSystemException(target.toString(), null, "not written, since the program is ending");
    }
}
