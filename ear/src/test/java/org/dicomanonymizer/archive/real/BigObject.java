// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.real;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** A multi-frame object of any size: the header of a sample, and at its end pixels that differ in each frame. */
final class BigObject {
    private static final int SIDE = 1024;
    private static final int FRAME = SIDE * SIDE * 2;
    private static final int PIXEL_DATA = 0x7FE00010;

    private final Path file;
    private final int frames;

    /**
     * Writes it.
     *
     * @param sample in explicit VR little endian, with native pixels of 16 bits and nothing behind them; is changed
     * @param size about how many bytes there are to be, less than 2^32
     */
    BigObject(Path sample, long size) throws IOException, InterruptedException {
        file = sample;
        frames = Math.toIntExact(size / FRAME);
        StoredSamples.modify(
                file,
                "-ea",
                "PixelData",
                "-i",
                "NumberOfFrames=" + frames,
                "-m",
                "Rows=" + SIDE,
                "-m",
                "Columns=" + SIDE);
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            ByteBuffer header = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
            header.putShort((short) (PIXEL_DATA >>> 16)).putShort((short) PIXEL_DATA);
            header.put("OW".getBytes(StandardCharsets.US_ASCII))
                    .putShort((short) 0)
                    .putInt((int) pixels());
            out.write(header.array());
            for (int frame = 0; frame < frames; frame++) out.write(frame(frame));
        }
    }

    private static byte[] frame(int number) {
        byte[] frame = new byte[FRAME];
        ByteBuffer values = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < FRAME / 2; i++) values.putShort((short) (i * 31 + number & 0xFFF));
        return frame;
    }

    Path file() {
        return file;
    }

    private long pixels() {
        return (long) frames * FRAME;
    }

    /** What stands before the pixels in a file that ends with the same ones. */
    byte[] headerOf(Path exported) throws IOException {
        try (InputStream in = Files.newInputStream(exported)) {
            byte[] header = in.readNBytes(Math.toIntExact(Files.size(exported) - pixels()));
            for (int frame = 0; frame < frames; frame++)
                if (!Arrays.equals(in.readNBytes(FRAME), frame(frame)))
                    throw new AssertionError("frame " + frame + " of " + exported + " differs");
            return header;
        }
    }
}
