// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.batch;

import java.nio.file.Path;
import org.dicomanonymizer.engine.ChangeLog;

/**
 * What became of one input.
 *
 * @param input   the file; its name is the site's and may tell a patient
 * @param output  the file made of it; null unless it is done
 * @param size    the input's size in bytes
 * @param outcome whether it is done
 * @param reason  why not, without any value of the object; null if it is done
 * @param changes what was done; null unless it is done
 */
public record FileResult(Path input, Path output, long size, Outcome outcome, String reason, ChangeLog changes) {

    static FileResult done(Path input, Path output, long size, ChangeLog changes) {
        return new FileResult(input, output, size, Outcome.DONE, null, changes);
    }

    static FileResult not(Outcome outcome, Path input, long size, String reason) {
        return new FileResult(input, null, size, outcome, reason, null);
    }
}
