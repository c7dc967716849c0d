// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.batch;

import java.nio.file.Path;

/**
 * An entry of the input.
 *
 * @param file     where it lies
 * @param relative its path within the input; a single file's is its name
 * @param size     in bytes
 * @param verdict  what it is if there is no use in reading it; else null
 */
record Found(Path file, Path relative, long size, FileResult verdict) {

    static Found file(Path file, Path relative, long size) {
        return new Found(file, relative, size, null);
    }

    static Found skipped(Path file, String reason) {
        return not(Outcome.SKIPPED, file, reason);
    }

    static Found failed(Path file, String reason) {
        return not(Outcome.FAILED, file, reason);
    }

    private static Found not(Outcome outcome, Path file, String reason) {
        return new Found(file, null, 0, FileResult.not(outcome, file, 0, reason));
    }
}
