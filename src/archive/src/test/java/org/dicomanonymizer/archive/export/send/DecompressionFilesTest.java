// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A full disk, or a canceled export, is no fault of the object: it can be tried again, and no temporary file is left. */
class DecompressionFilesTest {
    private static final Path COMPRESSED = Path.of("../../docs/samples/us-rle.dcm");

    /** The first file is that of the compressed pixels, the second that of the others. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void what_can_not_be_written_fails(int file) throws IOException {
        List<Path> before = temporary();
        AtomicInteger files = new AtomicInteger();
        try (DicomObject object = DicomReader.read(COMPRESSED)) {
            assertThatThrownBy(() ->
                            Decompression.of(object, out -> files.incrementAndGet() == file ? new Full(out) : out))
                    .isInstanceOf(RejectedException.class)
                    .hasMessageContaining("temporary files");
        }
        assertThat(files).hasValue(file);
        assertThat(temporary()).isEqualTo(before);
    }

    /** The build gives the tests a folder of their own for temporary files. */
    private static List<Path> temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".tmp"))
                    .sorted()
                    .toList();
        }
    }

    private static final class Full extends FilterOutputStream {
        Full(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            throw new IOException("no space");
        }
    }
}
