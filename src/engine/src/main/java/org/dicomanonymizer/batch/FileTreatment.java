// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.dicom.DicomException;
import org.dicomanonymizer.dicom.NotDicomException;
import org.dicomanonymizer.encryption.ReidentificationException;
import org.dicomanonymizer.engine.ChangeLog;
import org.dicomanonymizer.engine.DicomDirException;

/** Treats single inputs; whatever happens to one becomes its result. */
final class FileTreatment {
    private final Batch batch;
    private final Plan plan;
    private final NameClaims names = new NameClaims();

    FileTreatment(Batch batch) {
        this.batch = batch;
        this.plan = batch.plan();
    }

    FileResult treat(Found found) {
        try {
            Path target = plan.target(found);
            return FileResult.done(found.file(), target, found.size(), treat(found, target));
        } catch (NotDicomException e) {
            return nothingToTreat(found, "is no DICOM file");
        } catch (DicomDirException e) {
            return nothingToTreat(found, e.getMessage());
        } catch (FileAlreadyExistsException e) {
            return not(Outcome.REFUSED, found, "the output exists already: " + e.getFile());
        } catch (RefusedException | ReidentificationException e) {
            return not(Outcome.REFUSED, found, e.getMessage());
        } catch (DicomException e) {
            return not(Outcome.REFUSED, found, Reasons.of(e, found.file()));
        } catch (IOException e) {
            return not(Outcome.FAILED, found, Reasons.of(e, found.file()));
        } catch (UncheckedIOException e) {
            return not(Outcome.FAILED, found, Reasons.of(e.getCause(), found.file()));
        } catch (StackOverflowError e) {
            return not(Outcome.REFUSED, found, "its sequences are nested too deeply");
        } catch (OutOfMemoryError e) {
            return not(
                    Outcome.REFUSED,
                    found,
                    "there is not enough memory for it; give Java more (-Xmx), or use fewer threads");
        } catch (RuntimeException e) {
            return not(Outcome.FAILED, found, Reasons.ofInternal(e));
        }
    }

    private ChangeLog treat(Found found, Path target) throws IOException {
        if (!batch.overwrites() && Files.exists(target, LinkOption.NOFOLLOW_LINKS))
            throw new FileAlreadyExistsException(target.toString());
        if (batch.isDryRun()) return batch.task().dryRun(found.file());
        plan.prepare(target);
        if (!batch.overwrites()) return batch.task().apply(found.file(), target);
        if (!names.claim(found.relative(), target.toAbsolutePath().getParent()))
            throw new RefusedException("another input has its name on the file system of OUTPUT; rename one of them");
        return batch.task().apply(found.file(), target, StandardCopyOption.REPLACE_EXISTING);
    }

    /** In a folder that is to be expected; of a single input somebody thought otherwise. */
    private FileResult nothingToTreat(Found found, String reason) {
        return not(plan.isFolder() ? Outcome.SKIPPED : Outcome.REFUSED, found, reason);
    }

    private static FileResult not(Outcome outcome, Found found, String reason) {
        return FileResult.not(outcome, found.file(), found.size(), reason);
    }
}
