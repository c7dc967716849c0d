// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.dicom.Raw;
import org.dicomanonymizer.identity.ProjectKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands beside the pixels in Pixel Data: the name JANE goes, the picture and all lengths stay. */
class PixelMetadataTest {
    private static final String JPEG = "1.2.840.10008.1.2.4.50";
    private static final String JPEG_2000 = "1.2.840.10008.1.2.4.90";
    private static final String JPEG_XL = "1.2.840.10008.1.2.4.110";
    private static final String MPEG2 = "1.2.840.10008.1.2.4.100";
    private static final String H264 = "1.2.840.10008.1.2.4.102";
    private static final String H265 = "1.2.840.10008.1.2.4.107";
    private static final String EXIF = "\u00FF\u00E1\0\u0010Exif\0\0JANE DOE";
    private static final String COMMENT = "\u00FF\u00FE\0\u0006JANE";

    private static final Anonymizer BASIC =
            Anonymizer.builder().key(ProjectKey.of("a key for tests only")).build();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 64})
    void of_JPEG_with_a_frame_in_any_number_of_fragments(int fragments) throws IOException {
        String jpeg = jpeg();
        int scan = jpeg.indexOf("\u00FF\u00DA");
        String written =
                jpeg.substring(0, 2) + EXIF + jpeg.substring(2, scan) + COMMENT + jpeg.substring(scan) + "JANE";
        if (written.length() % 2 != 0) written += "!";
        byte[][] parts = new byte[fragments][];
        for (int i = 0; i < fragments; i++)
            parts[i] = bytes(written.substring(border(written, i, fragments), border(written, i + 1, fragments)));

        String after = treat(JPEG, parts);

        String frame = after.substring(after.indexOf("\u00FF\u00D8"));
        if (fragments == 1) {
            assertThat(frame).contains("JFIF").doesNotContain("Exif");
            assertThat(pixels(frame)).isEqualTo(pixels(jpeg));
        }
    }

    private static int border(String text, int part, int parts) {
        return text.length() * part / parts & ~1;
    }

    private static String jpeg() throws IOException {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 256; i++) image.getRaster().setSample(i % 16, i / 16, 0, i);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toString(ISO_8859_1);
    }

    private static byte[] pixels(String jpeg) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes(jpeg)));
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }

    static Stream<Arguments> streams() {
        String size = "\u00FF\u0051\0\u0006wxyz";
        String comment = "\u00FF\u0064\0\u0008\0\u0001JANE";
        String tilePart = "\u00FF\u0090\0\n\0\0\0\0\0\u0018\0\1" + comment + "\u00FF\u0093";
        String codestream =
                "\u00FF\u004F" + size + comment + tilePart.replace("\u0018", "\u001C") + "data" + "\u00FF\u00D9";
        return Stream.of(
                Arguments.of(JPEG_2000, codestream, "data\u00FF\u00D9"),
                Arguments.of(JPEG_2000, codestream.replace("\0\u001C\0\1", "\0\0\0\1"), "data\u00FF\u00D9"),
                Arguments.of(JPEG_2000, codestream + "\0JANE\0", "data\u00FF\u00D9"),
                Arguments.of(
                        JPEG_2000,
                        box("jP  ", "\r\n\u0087\n")
                                + box("xml ", "<JANE/>")
                                + box("uuid", "JANE")
                                + box("jp2c", codestream),
                        "data\u00FF\u00D9"),
                Arguments.of(
                        JPEG_XL,
                        box("JXL ", "\r\n\u0087\n") + box("Exif", "\0\0\0\0JANE") + box("jxlc", "data"),
                        "jxlcdata"),
                Arguments.of(MPEG2, unit("\u00B3head") + unit("\u00B2JANE") + unit("\u00B8data"), "\u00B8data"),
                Arguments.of(
                        H264,
                        unit("\u0067head") + unit("\u0006\1\1t\5\rJANE\0\0\3\1JANE!\u0080") + unit("\u0065data"),
                        "\u0065data"),
                Arguments.of(H265, unit("\u004E\1\4\4JANE\u0080") + unit("\u0026\1data"), "\u0026\1data"),
                Arguments.of(H265, unit("\u004E\1\u0080\2xy\5\4JANE\u0080\0") + unit("\u0026\1data"), "\u0026\1data"),
                Arguments.of(
                        H264,
                        box("ftyp", "isom")
                                + box("moov", box("mvhd", "head") + box("udta", "JANE"))
                                + box("mdat", "data"),
                        "mdatdata"));
    }

    private static String box(String type, String content) {
        return "\0\0\0" + (char) (8 + content.length()) + type + content;
    }

    private static String unit(String content) {
        return "\0\0\1" + content;
    }

    @ParameterizedTest
    @MethodSource("streams")
    void of_other_streams(String transferSyntax, String stream, String kept) throws IOException {
        String padded = stream.length() % 2 == 0 ? stream : stream + "\0";
        assertThat(treat(transferSyntax, bytes(padded), bytes(padded)))
                .containsPattern("(?s)\\Q" + kept + "\\E.*\\Q" + kept);
    }

    @Test
    void in_place_of_the_offsets_of_frames() throws IOException {
        String after =
                treat(JPEG, Raw.explicit().header(0x7FE00010, "OB", Raw.UNDEFINED), bytes("JANE"), bytes(jpeg()));
        assertThat(after).contains(jpeg());
    }

    @Test
    void true_offsets_stay() throws IOException {
        byte[] frame = bytes(jpeg());
        byte[] offsets = Raw.explicit().number32(0).number32(8 + frame.length).bytes();
        String after = treat(JPEG, Raw.explicit().header(0x7FE00010, "OB", Raw.UNDEFINED), offsets, frame, frame);
        assertThat(after).contains(new String(offsets, ISO_8859_1) + "\u00FE\u00FF\0\u00E0");
    }

    @Test
    void behind_the_last_pixel() throws IOException {
        for (String rest : List.of("JANE", "JANE".repeat(100_000))) {
            byte[] set = image().element(0x7FE00010, "OW", "data" + rest).bytes();
            assertThat(treated(Raw.file("1.2.840.10008.1.2.1", set))).contains("data\0\0\0\0");
        }
    }

    private static Raw image() {
        return Raw.explicit()
                .element(0x00280002, "US", new byte[] {1, 0})
                .element(0x00280010, "US", new byte[] {1, 0})
                .element(0x00280011, "US", new byte[] {2, 0})
                .element(0x00280100, "US", new byte[] {16, 0});
    }

    @Test
    void what_was_not_understood_stays_whole() throws IOException {
        byte[] broken = bytes("\u00FF\u00D8\u00FF\u00DB\0\0picture and more picture");
        assertThat(treat(JPEG, broken, bytes(jpeg()))).contains("picture and more picture");
        assertThat(treat(JPEG_2000, bytes("\u00FF\u004Fpicture and picture."), bytes(jpeg())))
                .contains("picture and picture.");
    }

    @Test
    void of_a_form_that_is_not_known_is_told() throws IOException {
        byte[] set = fragments(image().header(0x7FE00010, "OB", Raw.UNDEFINED), new byte[0], bytes("what is this"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(BASIC.anonymize(new ByteArrayInputStream(Raw.file(JPEG_2000, set)), out)
                        .warnings())
                .anyMatch(warning -> warning.contains("(7FE0,0010)"));
        assertThat(out.toString(ISO_8859_1)).contains("what is this");
    }

    private static String treat(String transferSyntax, byte[]... frames) throws IOException {
        byte[][] items = new byte[frames.length + 1][];
        items[0] = new byte[0];
        System.arraycopy(frames, 0, items, 1, frames.length);
        return treat(transferSyntax, image().header(0x7FE00010, "OB", Raw.UNDEFINED), items);
    }

    private static String treat(String transferSyntax, Raw before, byte[]... items) throws IOException {
        return treated(Raw.file(transferSyntax, fragments(before, items)));
    }

    private static byte[] fragments(Raw set, byte[]... items) {
        for (byte[] item : items) set.tag(0xFFFEE000).number32(item.length).add(item);
        return set.tag(0xFFFEE0DD).number32(0).bytes();
    }

    private static String treated(byte[] file) throws IOException {
        assertThat(new String(file, ISO_8859_1)).containsAnyOf("JANE", "\u00FF\u00D8");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BASIC.anonymize(new ByteArrayInputStream(file), out);
        String bytes = out.toString(ISO_8859_1);
        assertThat(bytes.contains("JANE")).as("name left").isFalse();
        return bytes;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }
}
