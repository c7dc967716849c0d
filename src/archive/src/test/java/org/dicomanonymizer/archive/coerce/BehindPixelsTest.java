// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dicomanonymizer.archive.coerce.TestArchive.sending;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.dcm4che3.io.DicomInputStream;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dcm4chee.arc.keycloak.HttpServletRequestInfo;
import org.dcm4chee.arc.retrieve.RetrieveContext;
import org.dcm4chee.arc.retrieve.RetrieveService;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomWriter;
import org.dicomanonymizer.dicom.TransferSyntax;
import org.dicomanonymizer.testing.DataSetText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is sent of which a part would go out untreated, behind the pixel data. */
class BehindPixelsTest {
    private static final String IMAGE = CallSitesTest.CT + "PixelData OW 0102\n";
    private static final String PRIVATE = "(7FE1,0010) LO ACME\n(7FE1,1001) LO Doe Jane\n";

    @TempDir
    Path folder;

    private int opened;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'(7FE1,0010) LO ACME\n(7FE1,1001) LO Doe Jane\n'                    | '(7FE1,0010)'",
                "'DigitalSignaturesSequence SQ\n  -\n    MACIDNumber US 1\n'         | '(FFFA,FFFA)'",
                "'DataSetTrailingPadding OB 0000000000004A616E65\n'                  | '(FFFC,FFFC)'",
            })
    void an_image_with_something_behind_its_pixels_is_refused(String behind, String tag) throws IOException {
        byte[] stored = stored(IMAGE + behind);
        assertThatThrownBy(() -> send(stored, null, sending("p")))
                .isInstanceOf(CoercionRefusedException.class)
                .hasMessage("anonymize:p, coercion rule \"Deid\": the object has " + tag
                        + " behind its pixel data, where no coercion gets to; use the exporter (anonymized:)")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DataSetTrailingPadding OB 000000000000\n"})
    void an_image_with_nothing_there_or_with_empty_padding_is_sent(String behind) throws IOException {
        byte[] stored = stored(IMAGE + behind);
        assertThatCode(() -> send(stored, null, sending("p"))).doesNotThrowAnyException();
        assertThat(opened).isEqualTo(1);
    }

    @Test
    void of_an_object_without_pixels_the_coercion_sees_everything() throws IOException {
        byte[] stored = stored(CallSitesTest.CT + PRIVATE);
        assertThatCode(() -> send(stored, null, sending("p"))).doesNotThrowAnyException();
    }

    @Test
    void nothing_is_read_where_nothing_is_de_identified_or_all_of_it_is_seen() throws IOException {
        byte[] stored = stored(IMAGE + PRIVATE);
        ArchiveAttributeCoercion2 other = sending("p").setURI("merge-attrs:");
        ArchiveAttributeCoercion2 nullify = sending("p").setURI("nullify-pixel-data:");
        send(stored, null);
        send(stored, null, other);
        send(stored, null, other, sending("p"), nullify);
        send(stored, "/dcm4chee-arc/aets/DEID/rs/studies/1.2.3/metadata", sending("p"));
        send(stored, "/dcm4chee-arc/aets/DEID/rs/studies/1.2.3/metadata?includefield=all", sending("p"));
        assertThat(opened).isZero();
        assertThatThrownBy(() -> send(stored, "/dcm4chee-arc/aets/DEID/rs/studies/1.2.3", other, sending("p")))
                .isInstanceOf(CoercionRefusedException.class);
    }

    @Test
    void what_can_not_be_read_is_refused_without_a_place_being_told() throws IOException {
        byte[] stored = stored(IMAGE);
        assertThatThrownBy(() -> send(null, null, sending("p")))
                .isInstanceOf(CoercionRefusedException.class)
                .hasMessageContaining("could not be read (NoSuchFileException)")
                .hasMessageNotContaining("1.2.3.4")
                .hasNoCause();
        assertThatThrownBy(() -> send(Arrays.copyOf(stored, stored.length - 1), null, sending("p")))
                .isInstanceOf(CoercionRefusedException.class)
                .hasMessageContaining("could not be read (EOFException)");
    }

    private void send(byte[] stored, String requestURI, ArchiveAttributeCoercion2... rules) {
        RetrieveService archive = proxy(RetrieveService.class, (method) -> {
            if (!method.equals("openDicomInputStream")) throw new UnsupportedOperationException(method);
            opened++;
            if (stored == null) throw new NoSuchFileException("/storage/1.2.3.4");
            return new DicomInputStream(new ByteArrayInputStream(stored));
        });
        HttpServletRequestInfo request = requestURI == null ? null : HttpServletRequestInfo.valueOf("", "", requestURI);
        RetrieveContext context =
                proxy(RetrieveContext.class, method -> method.equals("getHttpServletRequestInfo") ? request : null);
        new Inspection(archive, new TestArchive(folder).coercion).inspect(List.of(rules), context, null);
    }

    private interface Answer {
        Object to(String method) throws IOException;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method.getName())));
    }

    private static byte[] stored(String text) throws IOException {
        DataSet set = DataSetText.parse(text);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomWriter.write(DicomObject.of((DicomDataSet) set, TransferSyntax.EXPLICIT_LITTLE), out);
        return out.toByteArray();
    }
}
