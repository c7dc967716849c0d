// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export.send;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.dcm4che3.imageio.codec.Transcoder;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.dicom.DicomException;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomReader;
import org.dicomanonymizer.dicom.DicomWriter;
import org.dicomanonymizer.dicom.ImagePixels;
import org.dicomanonymizer.dicom.TransferSyntax;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decompresses pixel data by the archive's codecs, frame by frame. These get the pixels of an object that has been de-identified,
 * and nothing else of it, so that nothing of the original can come back. They read and write temporary files that only the
 * server's user can read.
 */
final class Decompression {
    private static final Logger LOG = LoggerFactory.getLogger(Decompression.class);

    private static final String NO_CODEC = "the archive has no codec for them";
    private static final String NOT_READABLE = "the archive's codec can't read them";

    private final DicomObject object;
    private final UnaryOperator<OutputStream> stoppable;

    private Decompression(DicomObject object, UnaryOperator<OutputStream> stoppable) {
        this.object = object;
        this.stoppable = stoppable;
    }

    /**
     * An object with its pixels decompressed, in explicit VR little endian; close it in place of the one that it was.
     *
     * @param stoppable what the pixels are written through
     * @throws RefusedException if there is no codec for them, or it can't read them
     * @throws RejectedException if the temporary files can't be written
     */
    static DicomObject of(DicomObject object, UnaryOperator<OutputStream> stoppable) throws RejectedException {
        try {
            return new Decompression(object, stoppable).decompress();
        } catch (IOException e) {
            throw new RejectedException(
                    "the server could not write its pixel data into temporary files to decompress them ("
                            + e.getClass().getSimpleName() + ")");
        }
    }

    private DicomObject decompress() throws IOException {
        refuseUnfit();
        Path compressed = Files.createTempFile("dicom", ".tmp"); // readable by its owner only
        Path plain = null;
        try {
            plain = Files.createTempFile("dicom", ".tmp");
            try (OutputStream out = stoppable.apply(Files.newOutputStream(compressed))) {
                DicomWriter.write(ImagePixels.of(object), out);
            }
            transcode(compressed, plain);
            return replaced(plain);
        } finally { // of a file in use only the name goes here, and the rest when it is closed
            Files.deleteIfExists(compressed);
            if (plain != null) Files.deleteIfExists(plain);
        }
    }

    /** What the archive's transcoder, which counts the bits of a frame and the bytes of all in 32 bits, would make a mess of. */
    private void refuseUnfit() {
        if (ImagePixels.areOthersCompressed(object))
            throw refused("another image in it, such as its icon, is compressed too");
        ImagePixels.Form form;
        try {
            form = ImagePixels.Form.of(object.dataSet());
        } catch (IllegalArgumentException e) {
            throw refused(e.getMessage());
        }
        if (form.length() >= Integer.MAX_VALUE || form.frameBits() > Integer.MAX_VALUE)
            throw refused("a frame would be 256 MB, or all 2 GB, or more");
        boolean fit = form.bitsAllocated() == 8 && (form.samplesPerPixel() == 1 || form.samplesPerPixel() == 3)
                || form.bitsAllocated() == 16 && form.samplesPerPixel() == 1;
        if (!fit)
            throw refused("the archive's codecs make no " + form.samplesPerPixel() + " samples of "
                    + form.bitsAllocated() + " bits per pixel");
    }

    private void transcode(Path compressed, Path plain) throws IOException {
        String fault = NO_CODEC;
        try (InputStream in = Files.newInputStream(compressed);
                Kept file = new Kept(stoppable.apply(Files.newOutputStream(plain)));
                OutputStream out = new BufferedOutputStream(file, 1 << 16)) {
            try (Transcoder transcoder = new Transcoder(in)) {
                transcoder.setIncludeFileMetaInformation(true);
                transcoder.setDestinationTransferSyntax(TransferSyntax.EXPLICIT_LITTLE.uid());
                fault = NOT_READABLE;
                transcoder.transcode((codec, dataSet) -> out);
                out.flush();
            } catch (IOException | RuntimeException | LinkageError | OutOfMemoryError e) {
                if (file.failure != null) throw file.failure;
                // A native library that is missing, or too little memory, shows here only.
                LOG.warn("The archive's codecs failed with {}", e.getClass().getName());
                throw refused(fault);
            }
        }
    }

    private DicomObject replaced(Path plain) throws IOException {
        DicomObject pixels = null;
        boolean complete = false;
        try {
            pixels = DicomReader.read(plain);
            DicomObject replaced = ImagePixels.replace(object, pixels);
            complete = true;
            return replaced;
        } catch (DicomException | IllegalArgumentException e) {
            throw refused(NOT_READABLE);
        } finally {
            if (!complete && pixels != null) pixels.close();
        }
    }

    private RefusedException refused(String reason) {
        return new RefusedException("its pixel data (transfer syntax " + object.transferSyntax()
                + ") can't be decompressed, as the destination demands: " + reason
                + "; let the destination accept them as they are");
    }

    /** Tells what can't be written from what a codec can't read. */
    private static final class Kept extends FilterOutputStream {
        private IOException failure;

        Kept(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}
