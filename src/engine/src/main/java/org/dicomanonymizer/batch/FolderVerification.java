// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomReader;
import org.dicomanonymizer.dicom.NotDicomException;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.verify.Finding;
import org.dicomanonymizer.verify.Original;
import org.dicomanonymizer.verify.ResidualSearch;

/**
 * Searches the outputs of any tool for what identified the patients in the inputs. An output is compared with the input of
 * the same relative path; one that has none, with all inputs. Reads only, in constant memory but for the identifiers.
 */
public final class FolderVerification {
    private final Path input;
    private final Path output;
    private final boolean uids;
    private Original pool;

    /**
     * @param input  a DICOM file or a folder of originals
     * @param output a DICOM file or a folder of results
     * @param uids   whether original UIDs may not be found either
     */
    public FolderVerification(Path input, Path output, boolean uids) {
        this.input = input;
        this.output = output;
        this.uids = uids;
    }

    /**
     * What became of one output.
     *
     * @param file     the output
     * @param findings what was found in it, none if it is clean
     * @param problem  why it could not be searched, or null
     */
    public record Verdict(Path file, List<Finding> findings, String problem) {
        public boolean isClean() {
            return findings.isEmpty() && problem == null;
        }
    }

    /** Takes each verdict as soon as it is there. */
    @FunctionalInterface
    public interface Listener {
        void verdict(Verdict verdict);
    }

    /**
     * Searches all outputs; files that are no DICOM objects are left out.
     *
     * @throws IOException if a folder, or the input of an output, can't be read
     */
    public void run(Listener listener) throws IOException {
        for (Path file : files(output)) {
            try (DicomObject result = DicomReader.read(file)) {
                listener.verdict(new Verdict(file, search(result, original(file)), null));
            } catch (NotDicomException e) {
                continue; // reports, lists and the like are not of our making
            } catch (InputException e) {
                throw e;
            } catch (IOException e) {
                listener.verdict(new Verdict(file, List.of(), Reasons.of(e, file)));
            }
        }
    }

    private List<Finding> search(DicomObject result, Original original) {
        boolean pixels = result.transferSyntax().isEncapsulated();
        ResidualSearch search = new ResidualSearch(original, uids, (set, tag) -> tag == Tags.PIXEL_DATA && !pixels);
        List<Finding> findings = new ArrayList<>(search.in(result.fileMeta()));
        findings.addAll(search.in(result.dataSet()));
        return findings.stream().distinct().toList();
    }

    private Original original(Path result) throws InputException {
        Path partner = Files.isDirectory(output)
                ? input.resolve(output.relativize(result).toString())
                : input;
        if (Files.isRegularFile(partner)) {
            Original.Builder own = new Original.Builder();
            if (read(partner, own)) return own.build();
        }
        if (pool == null) pool = pool();
        return pool;
    }

    private Original pool() throws InputException {
        Original.Builder all = new Original.Builder();
        try {
            for (Path file : files(input)) read(file, all);
        } catch (InputException e) {
            throw e;
        } catch (IOException e) {
            throw new InputException(input, e);
        }
        return all.build();
    }

    /** Adds what a file of the originals tells; false if it is no DICOM object. */
    private static boolean read(Path file, Original.Builder into) throws InputException {
        try (DicomObject object = DicomReader.read(file)) {
            into.add(object.dataSet());
            return true;
        } catch (NotDicomException e) {
            return false;
        } catch (IOException e) {
            throw new InputException(file, e);
        }
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** An original that can't be read: without it nobody knows what to search for. */
    private static final class InputException extends IOException {
        private static final long serialVersionUID = 1L;

        InputException(Path file, IOException cause) {
            super(file + ": " + Reasons.of(cause, file) + "; without it the outputs can't be verified", cause);
        }
    }
}
