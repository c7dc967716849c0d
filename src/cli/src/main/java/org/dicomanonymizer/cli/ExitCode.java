// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

/** What the command's exit codes mean. */
final class ExitCode {
    /** All inputs are done; in a folder, what is no DICOM image was skipped. */
    static final int DONE = 0;

    /** Some inputs were refused or failed; the others are done. */
    static final int PROBLEMS = 1;

    /** The command can't be carried out as it was given; nothing has been written. */
    static final int WRONG_USAGE = 2;

    private ExitCode() {}
}
