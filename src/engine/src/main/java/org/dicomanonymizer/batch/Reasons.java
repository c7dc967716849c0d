// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.batch;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Says in words why something failed: the exceptions of {@code java.nio.file} mostly hold a path and nothing else. */
public final class Reasons {
    private Reasons() {}

    /** The reason alone, without the path. */
    public static String of(IOException e) {
        if (e instanceof AccessDeniedException) return "access denied";
        if (e instanceof NoSuchFileException) return "does not exist";
        if (e instanceof FileAlreadyExistsException) return "exists already";
        if (e instanceof NotDirectoryException) return "is no folder";
        if (e instanceof DirectoryNotEmptyException) return "is a folder that is not empty";
        if (e instanceof CharacterCodingException) return "is no text in UTF-8";
        if (e instanceof FileSystemLoopException) return "links lead in a circle";
        if (e instanceof FileSystemException system)
            return system.getReason() == null ? "no reason known" : system.getReason();
        if (e.getMessage() == null) return e.getClass().getSimpleName();
        return e.getMessage().contains("No space left") ? "the disk is full: " + e.getMessage() : e.getMessage();
    }

    /** The same for a failure at one input, which the reader of the text knows already. */
    static String of(IOException e, Path input) {
        String reason = of(e);
        if (e instanceof FileSystemException system && !isAbout(system, input)) return system.getFile() + ": " + reason;
        String prefix = input + ": ";
        return reason.startsWith(prefix) ? reason.substring(prefix.length()) : reason;
    }

    private static boolean isAbout(FileSystemException e, Path input) {
        return e.getFile() == null || e.getFile().equals(input.toString());
    }

    /**
     * A fault of this software, without its message: nobody knows what that holds.
     *
     * @param e neither a refusal nor an {@link IOException}
     */
    static String ofInternal(Throwable e) {
        StackTraceElement[] stack = e.getStackTrace();
        String place = stack.length == 0 ? "" : " at " + stack[0].getClassName() + "." + stack[0].getMethodName();
        return "internal error " + e.getClass().getSimpleName() + place;
    }
}
