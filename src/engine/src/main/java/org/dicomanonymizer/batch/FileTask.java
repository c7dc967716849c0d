// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.batch;

import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.Path;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.Reidentifier;
import org.dicomanonymizer.engine.ChangeLog;

/** What a run does to each of its inputs. */
interface FileTask {
    /** Does it, as {@link Anonymizer#anonymize(Path, Path, CopyOption...)} does. */
    ChangeLog apply(Path input, Path output, CopyOption... options) throws IOException;

    /** Does everything but write. */
    ChangeLog dryRun(Path input) throws IOException;

    static FileTask of(Anonymizer anonymizer) {
        return new FileTask() {
            @Override
            public ChangeLog apply(Path input, Path output, CopyOption... options) throws IOException {
                return anonymizer.anonymize(input, output, options);
            }

            @Override
            public ChangeLog dryRun(Path input) throws IOException {
                return anonymizer.dryRun(input);
            }
        };
    }

    static FileTask of(Reidentifier reidentifier) {
        return new FileTask() {
            @Override
            public ChangeLog apply(Path input, Path output, CopyOption... options) throws IOException {
                return reidentifier.reidentify(input, output, options);
            }

            @Override
            public ChangeLog dryRun(Path input) throws IOException {
                return reidentifier.dryRun(input);
            }
        };
    }
}
