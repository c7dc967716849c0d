// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes are, they are either read and written, or refused by the exception that is meant for it. */
class BrokenInputTest {
    private static final int FIRST_BYTES = 3000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test_files/CT_small.dcm", "test_files/MR_small_implicit.dcm", "test_files/ExplVR_BigEnd.dcm",
                "test_files/rtplan.dcm", "test_files/reportsi.dcm", "test_files/UN_sequence.dcm",
                "test_files/image_dfl.dcm", "test_files/JPEG2000.dcm", "test_files/nested_priv_SQ.dcm",
                "charset_files/chrH32.dcm", "test_files/dicomdirtests/DICOMDIR", "test_files/ExplVR_BigEndNoMeta.dcm"
            })
    void cut_and_damaged_files(String name) throws IOException {
        byte[] good = Files.readAllBytes(Pydicom.file(name));
        int end = Math.min(good.length, FIRST_BYTES);
        for (int length = 0; length < end; length++) readAndWrite(Arrays.copyOf(good, length));
        Random random = new Random(1);
        for (int at = 0; at < end; at++) {
            byte[] bytes = good.clone();
            bytes[at] = (byte) random.nextInt();
            readAndWrite(bytes);
            bytes[at] = (byte) 0xFF;
            readAndWrite(bytes);
            bytes[random.nextInt(end)] = 0;
            bytes[random.nextInt(end)] ^= 0x20;
            readAndWrite(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"test_files/CT_small.dcm", "test_files/rtplan.dcm"})
    void cut_files_on_disk(String name) throws IOException {
        byte[] good = Files.readAllBytes(Pydicom.file(name));
        Path file = folder.resolve("cut.dcm");
        for (int length = 0; length < Math.min(good.length, FIRST_BYTES); length += 7) {
            Files.write(file, Arrays.copyOf(good, length));
            try (DicomObject object = DicomReader.read(file)) {
                RoundTripTest.written(object);
            } catch (DicomException e) {
                assertThat(e).hasMessageStartingWith(file.toString());
            }
        }
    }

    @Test
    void a_cut_or_damaged_deflated_file() throws IOException {
        byte[] plain = Files.readAllBytes(Pydicom.file("test_files/rtplan.dcm"));
        DicomDataSet set = DicomDataSet.create(TransferSyntax.DEFLATED);
        set.setBytes(0x00091001, VR.OB, plain);
        byte[] good = RoundTripTest.written(DicomObject.of(set, TransferSyntax.DEFLATED));
        for (int i = 0; i < good.length; i++) {
            readAndWrite(Arrays.copyOf(good, i));
            byte[] bytes = good.clone();
            bytes[i] ^= 0x11;
            readAndWrite(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noise_behind_a_good_start(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < 3000; i++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            byte[] items = Raw.implicit().item(noise).item(noise).bytes();
            Raw raw = i % 2 == 0 ? Raw.explicit() : Raw.implicit();
            byte[] dataSet = raw.element(0x00080060, "CS", "CT")
                    .element(0x00091001, "UN", items)
                    .header(0x00091002, "UN", random.nextBoolean() ? items.length : Raw.UNDEFINED)
                    .add(items)
                    .bytes();
            readAndWrite(Raw.file(i % 2 == 0 ? "1.2.840.10008.1.2.1" : "1.2.840.10008.1.2", dataSet));
            readAndWrite(Raw.file("1.2.840.10008.1.2.1.99", noise));
            readAndWrite(noise);
        }
    }

    /** What could be read can be written and, if its transfer syntax is named, is then read as the same. */
    private static void readAndWrite(byte[] bytes) throws IOException {
        try (DicomObject object = DicomReader.read(bytes)) {
            walk(object.dataSet());
            byte[] written = RoundTripTest.written(object);
            if (!object.fileMeta().contains(0x00020010)) return;
            try (DicomObject again = DicomReader.read(written)) {
                assertThat(RoundTripTest.written(again)).isEqualTo(written);
            }
        } catch (DicomException e) {
            assertThat(e.reason()).isNotBlank();
        }
    }

    private static void walk(DataSet set) {
        for (int tag : set.tags()) {
            set.strings(tag);
            set.privateCreator(tag);
            assertThat(set.vr(tag)).isNotNull();
            set.items(tag).forEach(BrokenInputTest::walk);
        }
    }
}
