// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * The binary values of samples, each described by a few words:
 * <pre>
 * hex 00 01 FF
 * text any text                            its characters in UTF-8
 * gradient 16 32 32 2                      pixels of 8 or 16 bits, columns, rows and frames (1 if left out)
 * overlay 32 32                            the outline of a rectangle, one bit per pixel
 * pdf any text                             a PDF document of one page that says so
 * </pre>
 */
final class SampleBytes {
    private SampleBytes() {}

    static byte[] make(String description, boolean bigEndian) {
        String[] words = description.split(" ", 2);
        return switch (words[0]) {
            case "hex" -> HexFormat.of().parseHex(words[1].replace(" ", ""));
            case "text" -> words[1].getBytes(UTF_8);
            case "gradient" -> gradient(numbers(words[1]), bigEndian);
            case "overlay" -> overlay(numbers(words[1]));
            case "pdf" -> pdf(words[1]);
            default -> throw new IllegalArgumentException("no bytes: " + description);
        };
    }

    private static int[] numbers(String words) {
        String[] each = words.split(" ");
        int[] numbers = new int[each.length];
        for (int i = 0; i < each.length; i++) numbers[i] = Integer.parseInt(each[i]);
        return numbers;
    }

    /** A ramp with a bright disc, another one in each frame. */
    private static byte[] gradient(int[] numbers, boolean bigEndian) {
        int bits = numbers[0];
        int columns = numbers[1];
        int rows = numbers[2];
        int frames = numbers.length > 3 ? numbers[3] : 1;
        ByteBuffer pixels = ByteBuffer.allocate(columns * rows * frames * bits / 8)
                .order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        for (int frame = 0; frame < frames; frame++) {
            for (int y = 0; y < rows; y++) {
                for (int x = 0; x < columns; x++) {
                    int dx = 2 * x - columns;
                    int dy = 2 * y - rows;
                    boolean disc = dx * dx + dy * dy < columns * rows / (2 + frame);
                    int value = disc ? 200 : 100 * x / columns;
                    if (bits == 8) pixels.put((byte) value);
                    else pixels.putShort((short) (value * 8));
                }
            }
        }
        return pixels.array();
    }

    private static byte[] overlay(int[] numbers) {
        int columns = numbers[0];
        int rows = numbers[1];
        byte[] bits = new byte[columns * rows / 8];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                boolean set = x == 1 || y == 1 || x == columns - 2 || y == rows - 2;
                int bit = y * columns + x;
                if (set) bits[bit / 8] |= (byte) (1 << bit % 8);
            }
        }
        return bits;
    }

    private static byte[] pdf(String text) {
        String page = "BT /F1 12 Tf 72 720 Td (" + text + ") Tj ET";
        String[] objects = {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                    + " /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
            "<< /Length " + page.length() + " >>\nstream\n" + page + "\nendstream",
        };
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        StringBuilder offsets = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.length; i++) {
            offsets.append(String.format("%010d 00000 n \n", pdf.length()));
            pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int start = pdf.length();
        int size = objects.length + 1;
        pdf.append("xref\n0 ").append(size).append('\n').append(offsets);
        pdf.append("trailer\n<< /Size ").append(size).append(" /Root 1 0 R >>\nstartxref\n");
        pdf.append(start).append("\n%%EOF\n");
        return pdf.toString().getBytes(UTF_8);
    }

    /** The frames of 8-bit pixels as the items of encapsulated pixel data in RLE (PS3.5 sections A.4.2 and G). */
    static byte[] runLengthEncoded(byte[] pixels, int frameLength) {
        ByteArrayOutputStream items = new ByteArrayOutputStream();
        item(items, new byte[0]);
        for (int start = 0; start < pixels.length; start += frameLength) {
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            frame.writeBytes(ByteBuffer.allocate(64)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(1)
                    .putInt(64)
                    .array());
            for (int at = start; at < start + frameLength; ) {
                int end = at + 1;
                while (end < start + frameLength && end - at < 128 && pixels[end] == pixels[at]) end++;
                frame.write(end - at == 1 ? 0 : 257 - (end - at));
                frame.write(pixels[at]);
                at = end;
            }
            item(items, frame.toByteArray());
        }
        return items.toByteArray();
    }

    private static void item(ByteArrayOutputStream items, byte[] value) {
        int padded = value.length + value.length % 2;
        items.writeBytes(ByteBuffer.allocate(8 + padded)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0xE000FFFE)
                .putInt(padded)
                .put(value)
                .array());
    }
}
