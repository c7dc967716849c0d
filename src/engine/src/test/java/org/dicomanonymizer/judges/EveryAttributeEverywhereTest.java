// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.judges;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomReader;
import org.dicomanonymizer.dicom.DicomWriter;
import org.dicomanonymizer.dicom.Raw;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.TransferSyntax;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.standard.Edition;
import org.dicomanonymizer.standard.TableRow;
import org.dicomanonymizer.testing.Program;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All attributes of PS3.15 Table E.1-1 at once, at the root and three sequences deep, in files of every kind of transfer
 * syntax: no byte of what was planted is left, wherever it was planted.
 */
class EveryAttributeEverywhereTest {
    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    private static final int FLAG = 0x00280301;

    /** Sequences that the table does not list; the innermost holds the attributes. */
    private static final int[] UNLISTED = {0x00400260, 0x00080121, 0x0040A170};

    /** Every text that is planted holds one of these, every UID and date begins with one, and no dummy does. */
    private static final List<String> TOKENS =
            List.of("PLANTED", "1.2.3.471", "19471108", "234711", "047Y", "\u0047\u0011\u00F0\r", "471108.25");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.840.10008.1.2",
                "1.2.840.10008.1.2.1",
                "1.2.840.10008.1.2.2",
                "1.2.840.10008.1.2.1.99",
                "1.2.840.10008.1.2.4.50"
            })
    void no_planted_value_is_left(String uid) throws IOException {
        TransferSyntax syntax = TransferSyntax.of(uid);
        Path input = folder.resolve("in.dcm");
        Path output = folder.resolve("out.dcm");
        Files.write(input, file(syntax));

        Anonymizer.builder().key(ProjectKey.of("a key for tests only")).build().anonymize(input, output);

        assertThat(tokensIn(input)).isEqualTo(TOKENS);
        assertThat(tokensIn(output)).isEmpty();
        try (DicomObject before = DicomReader.read(input);
                DicomObject after = DicomReader.read(output)) {
            assertThat(after.transferSyntax().uid()).isEqualTo(uid);
            assertThat(pixels(after)).isEqualTo(pixels(before)).isNotEmpty();
            assertThat(after.warnings()).isEmpty();
            assertThat(after.dataSet().contains(FLAG)).as("what is not listed").isTrue();
        }
        assertThat(Program.run("dcmdump", "-q", output.toString()).exit()).isZero();
    }

    private static byte[] file(TransferSyntax syntax) throws IOException {
        DicomDataSet root = DicomDataSet.create(syntax);
        root.setString(Tags.SOP_CLASS_UID, VR.UI, CT);
        root.setString(FLAG, VR.CS, "YES");
        plantAll(root);
        DataSet item = root;
        for (int sequence : UNLISTED) item = item.addItem(sequence);
        plantAll(item);
        plantPrivate(root, item);
        if (!syntax.isEncapsulated()) {
            root.setBytes(Tags.PIXEL_DATA, VR.OW, pixels());
            plantBehindPixels(root);
        }
        DicomObject object = DicomObject.of(root, syntax);
        byte[] preamble = new byte[128];
        System.arraycopy("PLANTED".getBytes(US_ASCII), 0, preamble, 64, 7);
        object.setPreamble(preamble);
        for (int tag : new int[] {0x00020016, 0x00020017, 0x00020018})
            object.fileMeta().setString(tag, VR.AE, "PLANTED");
        object.fileMeta().setString(Tags.MEDIA_STORAGE_SOP_INSTANCE_UID, VR.UI, "1.2.3.4711");
        object.fileMeta().setString(0x00020100, VR.UI, "1.2.3.4712");
        object.fileMeta().setBytes(0x00020102, VR.OB, "PLANTED".getBytes(US_ASCII));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(object, out);
        if (syntax.isEncapsulated()) out.write(fragmentsAndMore());
        return out.toByteArray();
    }

    private static void plantAll(DataSet set) {
        for (TableRow row : Edition.latest().rows()) {
            int tag = row.tag().value();
            boolean ofData = Tag.group(tag) >= 8 && Tag.group(tag) < 0x7FE0 && !Tag.isPrivate(tag);
            if (ofData) plant(set, tag, row.vr() == null ? VR.OB : row.vr());
        }
        set.setString(Tags.MIME_TYPE_OF_ENCAPSULATED_DOCUMENT, VR.LO, "application/pdf");
    }

    private static void plant(DataSet set, int tag, VR vr) {
        switch (vr) {
            case SQ -> set.addItem(tag).setString(Tags.CODE_MEANING, VR.LO, "PLANTED");
            case UI -> set.setStrings(tag, vr, List.of("1.2.3.4711", "1.2.3.4712"));
            case DA -> set.setString(tag, vr, "19471108");
            case TM -> set.setString(tag, vr, "234711");
            case DT -> set.setString(tag, vr, "19471108234711");
            case AS -> set.setString(tag, vr, "047Y");
            case DS -> set.setString(tag, vr, "471108.25");
            case IS, US, UL, SS, SL, FL, FD -> set.setString(tag, vr, "4711");
            case OB, OW, UN -> set.setBytes(tag, vr, new byte[] {0x47, 0x11, (byte) 0xF0, 0x0D});
            default -> set.setString(tag, vr, "PLANTED");
        }
    }

    private static void plantPrivate(DataSet root, DataSet nested) {
        for (DataSet set : List.of(root, nested)) {
            set.setString(0x00290010, VR.LO, "PLANTED CREATOR");
            set.setBytes(0x00291001, VR.UN, "PLANTED".getBytes(US_ASCII));
            plantAll(set.addItem(0x00291002));
            byte[] name =
                    Raw.implicit().element(Tags.PATIENT_NAME, "PN", "PLANTED ").bytes();
            set.setBytes(0x00291003, VR.UN, Raw.implicit().item(name).bytes());
            set.setBytes(0x00091001, VR.OB, "PLANTED".getBytes(US_ASCII)); // without creator
            set.setString(0x0018FFF1, VR.LO, "PLANTED"); // unknown to PS3.6
        }
        root.setString(0x60020022, VR.LO, "PLANTED");
        root.setString(0x501E0040, VR.SH, "PLANTED");
    }

    private static void plantBehindPixels(DataSet root) {
        root.setString(0x7FE10010, VR.LO, "PLANTED");
        root.setString(0x7FE11001, VR.PN, "PLANTED");
        root.addItem(0xFFFAFFFA).setString(0x04000115, VR.LO, "PLANTED");
        root.setBytes(0xFFFCFFFC, VR.OB, "PLANTED ".getBytes(US_ASCII));
    }

    private static byte[] fragmentsAndMore() {
        return Raw.explicit()
                .header(Tags.PIXEL_DATA, "OB", Raw.UNDEFINED)
                .item(new byte[0])
                .item(pixels())
                .sequenceEnd()
                .element(0x7FE10010, "LO", "PLANTED ")
                .element(0x7FE11001, "PN", "PLANTED ")
                .header(0xFFFAFFFA, "SQ", Raw.UNDEFINED)
                .openItem(Raw.explicit().element(0x04000115, "OB", "PLANTED ").bytes())
                .sequenceEnd()
                .element(0xFFFCFFFC, "OB", "PLANTED ")
                .bytes();
    }

    private static byte[] pixels() {
        byte[] pixels = new byte[20_000];
        new Random(1).nextBytes(pixels);
        return pixels;
    }

    private static byte[] pixels(DicomObject object) throws IOException {
        try (InputStream pixels = object.dataSet().open(Tags.PIXEL_DATA)) {
            return pixels.readAllBytes();
        }
    }

    /** The planted tokens in the bytes of a file, of a deflated one in what it inflates to. */
    private static List<String> tokensIn(Path file) throws IOException {
        String bytes = Files.readString(file, ISO_8859_1);
        try (DicomObject object = DicomReader.read(file)) {
            if (object.transferSyntax().isDeflated()) {
                Path inflated = file.resolveSibling("inflated.dcm");
                assertThat(Program.run("dcmconv", "+te", file.toString(), inflated.toString())
                                .exit())
                        .isZero();
                bytes += Files.readString(inflated, ISO_8859_1);
            }
        }
        List<String> found = new ArrayList<>();
        for (String token : TOKENS) if (bytes.contains(token)) found.add(token);
        return found;
    }
}
