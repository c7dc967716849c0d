// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects of many gigabytes in a Java of 64 MB. The files are sparse, so that they take neither time nor space. */
class LargeObjectTest {
    private static final long MOST = 0xFFFFFFFEL;

    @TempDir
    Path folder;

    @Test
    void a_value_of_4_GB_is_not_loaded() throws Exception {
        Path file = folder.resolve("plain.dcm");
        byte[] head = Raw.file(
                "1.2.840.10008.1.2.1",
                Raw.explicit()
                        .element(0x00100010, "PN", "A^B ")
                        .header(0x7FE00010, "OW", MOST)
                        .bytes());
        sparse(
                file,
                head,
                MOST,
                Raw.explicit().element(0xFFFCFFFC, "OB", new byte[2]).bytes());
        assertThat(run("read", file)).isEqualTo("[] " + MOST + " true\n");
    }

    @Test
    void fragments_of_more_than_2_GB_pass_without_being_loaded() throws Exception {
        Path file = folder.resolve("encapsulated.dcm");
        byte[] head = Raw.file(
                "1.2.840.10008.1.2.4.102",
                Raw.explicit()
                        .element(0x00100010, "PN", "A^B ")
                        .header(0x7FE00010, "OB", Raw.UNDEFINED)
                        .item(new byte[0])
                        .tag(0xFFFEE000)
                        .number32(1_200_000_000L)
                        .bytes());
        byte[] between = Raw.explicit().tag(0xFFFEE000).number32(1_200_000_000L).bytes();
        sparse(file, head, 1_200_000_000L, between);
        byte[] tail = Raw.explicit()
                .sequenceEnd()
                .element(0xFFFCFFFC, "OB", new byte[2])
                .bytes();
        sparse(file, new byte[0], 1_200_000_000L, tail);
        long length = 8 + 2 * 1_200_000_008L;
        assertThat(run("copy", file)).isEqualTo("[] " + length + " true " + Files.size(file) + " same head and tail\n");
    }

    @Test
    void what_inflates_to_a_multiple_passes_through_a_file() throws Exception {
        Path file = folder.resolve("deflated.dcm");
        long length = 200_000_000;
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(Raw.file("1.2.840.10008.1.2.1.99", new byte[0]));
            try (OutputStream deflated = new DeflaterOutputStream(out, new Deflater(1, true))) {
                deflated.write(Raw.explicit().header(0x7FE00010, "OW", length).bytes());
                byte[] zeros = new byte[1_000_000];
                for (int i = 0; i < length / zeros.length; i++) deflated.write(zeros);
                deflated.write(
                        Raw.explicit().element(0xFFFCFFFC, "OB", new byte[2]).bytes());
            }
        }
        assertThat(run("read", file)).isEqualTo("[] " + length + " true\n");
    }

    @Test
    void a_long_stream_passes_through_a_file() throws Exception {
        Path file = folder.resolve("stream.dcm");
        byte[] head = Raw.file(
                "1.2.840.10008.1.2.1",
                Raw.explicit().header(0x7FE00010, "OW", 200_000_000).bytes());
        sparse(
                file,
                head,
                200_000_000,
                Raw.explicit().element(0xFFFCFFFC, "OB", new byte[2]).bytes());
        assertThat(run("stream", file)).isEqualTo("[] 200000000 true\n");
    }

    @Test
    void a_hundred_thousand_items_take_little_memory() throws Exception {
        Path file = folder.resolve("items.dcm");
        byte[] item = Raw.explicit()
                .item(Raw.explicit()
                        .element(0x00080100, "SH", "T-04")
                        .element(0x00080104, "LO", "Head")
                        .bytes())
                .bytes();
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(Raw.file(
                    "1.2.840.10008.1.2.1",
                    Raw.explicit()
                            .header(0x00082218, "SQ", 100_000L * item.length)
                            .bytes()));
            for (int i = 0; i < 100_000; i++) out.write(item);
        }
        assertThat(run("read", file)).isEqualTo("[] 0 false\n");
    }

    @Test
    void what_is_all_small_elements_is_refused_before_memory_ends() throws Exception {
        Path file = folder.resolve("bomb.dcm");
        byte[] items = new byte[8 << 10];
        ByteBuffer bytes = ByteBuffer.wrap(items);
        while (bytes.hasRemaining()) bytes.put(Raw.explicit().item(new byte[0]).bytes());
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(Raw.file(
                    "1.2.840.10008.1.2.1",
                    Raw.explicit()
                            .header(0x00082218, "SQ", 2000L * items.length)
                            .bytes()));
            for (int i = 0; i < 2000; i++) out.write(items);
        }
        assertThat(run("read", file)).contains("its elements, without the big values, don't fit into memory");
    }

    /** Appends bytes, a hole and bytes to a file. */
    private static void sparse(Path file, byte[] head, long hole, byte[] tail) throws IOException {
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.seek(out.length());
            out.write(head);
            out.setLength(out.length() + hole);
            out.seek(out.length());
            out.write(tail);
        }
    }

    /** Runs {@link SmallJava}, and sees to it that no temporary file is left. */
    private String run(String what, Path file) throws IOException, InterruptedException {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-Xmx64m", "-Djava.io.tmpdir=" + temporary));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SmallJava.class.getName()));
        command.addAll(List.of(what, file.toString()));
        String output = Program.run(command);
        assertThat(temporary).isEmptyDirectory();
        return output;
    }

    /** Runs in a Java of its own. */
    static final class SmallJava {
        private SmallJava() {}

        public static void main(String[] arguments) throws IOException {
            Path file = Path.of(arguments[1]);
            boolean fromStream = arguments[0].equals("stream");
            try (InputStream in = Files.newInputStream(file);
                    DicomObject object = fromStream ? DicomReader.read(in) : DicomReader.read(file)) {
                DataSet set = object.dataSet();
                String result = object.warnings() + " " + set.length(0x7FE00010) + " " + set.contains(0xFFFCFFFC);
                if (arguments[0].equals("copy")) result += copied(object, file);
                System.out.println(result);
            } catch (DicomException e) {
                System.out.println(e.reason());
            }
        }

        /** Writes to nowhere, since a copy would take its full size, but looks at both ends. */
        private static String copied(DicomObject object, Path file) throws IOException {
            Ends ends = new Ends();
            DicomWriter.write(object, ends);
            byte[] start = new byte[ends.start.position()];
            byte[] end = new byte[ends.end.length];
            try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
                in.readFully(start);
                in.seek(in.length() - end.length);
                in.readFully(end);
            }
            boolean same = ByteBuffer.wrap(start).equals(ends.start.flip())
                    && ByteBuffer.wrap(end).equals(ByteBuffer.wrap(ends.end));
            return " " + ends.size + (same ? " same head and tail" : " different");
        }
    }

    /** Keeps the first and the last bytes of what is written. */
    private static final class Ends implements WritableByteChannel {
        private final ByteBuffer start = ByteBuffer.allocate(400);
        private byte[] end = {};
        private long size;

        @Override
        public int write(ByteBuffer source) {
            int count = source.remaining();
            size += count;
            ByteBuffer first = source.duplicate();
            first.limit(first.position() + Math.min(start.remaining(), count));
            start.put(first);
            if (count >= 14) {
                end = new byte[14];
                source.duplicate().position(source.limit() - 14).get(end);
            }
            source.position(source.limit());
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
