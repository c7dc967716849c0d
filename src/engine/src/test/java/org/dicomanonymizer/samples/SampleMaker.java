// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomWriter;
import org.dicomanonymizer.dicom.TransferSyntax;
import org.dicomanonymizer.dicom.VR;

/**
 * Makes the objects in docs/samples, each from the text of its name beside this class. Everything in them is invented.
 * Pixel data of an encapsulated transfer syntax is compressed by run lengths; it must be the last element.
 */
public final class SampleMaker {
    static final List<String> NAMES = List.of(
            "ct",
            "mr",
            "mr-enhanced",
            "us-rle",
            "rt-structure-set",
            "report",
            "presentation-state",
            "pdf",
            "dx-signed",
            "sc-big-endian",
            "sc-deflated",
            "cr-japanese",
            "cr-korean");

    private static final int PIXEL_DATA = 0x7FE00010;
    private static final byte[] FRAGMENTS = {
        (byte) 0xE0, 0x7F, 0x10, 0, 'O', 'B', 0, 0, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF
    };
    private static final byte[] END_OF_FRAGMENTS = {(byte) 0xFE, (byte) 0xFF, (byte) 0xDD, (byte) 0xE0, 0, 0, 0, 0};

    private SampleMaker() {}

    /** Writes all samples into a folder, over those that are there. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (String name : NAMES) Files.write(folder.resolve(name + ".dcm"), make(name));
    }

    /** The bytes of one sample. */
    static byte[] make(String name) throws IOException {
        String text = text(name);
        DicomDataSet meta = DicomDataSet.create();
        DataSetText.parse(part(text, true), meta);
        TransferSyntax syntax = TransferSyntax.of(meta.string(0x00020010));
        DicomDataSet dataSet = DicomDataSet.create(syntax);
        DataSetText.parse(part(text, false), dataSet);

        byte[] pixels = dataSet.bytes(PIXEL_DATA);
        if (syntax.isEncapsulated()) dataSet.remove(PIXEL_DATA);
        DicomObject object = DicomObject.of(dataSet, syntax);
        for (int tag : meta.tags()) {
            if (meta.vr(tag) == VR.OB) object.fileMeta().setBytes(tag, VR.OB, meta.bytes(tag));
            else object.fileMeta().setStrings(tag, meta.vr(tag), meta.strings(tag));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(object, out);
        if (syntax.isEncapsulated()) {
            int frames = Integer.parseInt(dataSet.string(0x00280008));
            out.write(FRAGMENTS);
            out.write(SampleBytes.runLengthEncoded(pixels, pixels.length / frames));
            out.write(END_OF_FRAGMENTS);
        }
        return out.toByteArray();
    }

    /** What a sample is: the comment at the head of its text. */
    static String description(String name) {
        return text(name).lines().findFirst().orElseThrow().substring(2);
    }

    private static String text(String name) {
        try (InputStream in = SampleMaker.class.getResourceAsStream(name + ".txt")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines above the first empty one describe the File Meta Information, those below it the data set. */
    private static String part(String text, boolean meta) {
        int end = text.indexOf("\n\n");
        return meta ? text.substring(0, end) : text.substring(end);
    }
}
