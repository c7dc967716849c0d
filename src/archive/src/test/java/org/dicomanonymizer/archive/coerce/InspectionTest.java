// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dicomanonymizer.archive.coerce.TestArchive.attributes;
import static org.dicomanonymizer.archive.coerce.TestArchive.sending;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.AttributesCoercion;
import org.dcm4che3.data.VR;
import org.dcm4che3.io.DicomInputStream;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dcm4chee.arc.retrieve.RetrieveContext;
import org.dcm4chee.arc.retrieve.RetrieveService;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomWriter;
import org.dicomanonymizer.dicom.TransferSyntax;
import org.dicomanonymizer.testing.DataSetText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can't be de-identified is refused before it is announced, and what no coercion sees is not read at all. */
class InspectionTest {
    private static final String CT = CallSitesTest.CT;
    private static final String EMBEDDED_PLANE = CT + "Rows US 8\nColumns US 8\n(6000,0100) US 16\n(6000,0102) US 15\n";

    private static final int PATIENT_NAME = 0x00100010;

    @TempDir
    Path folder;

    private TestArchive archive;
    private List<ArchiveAttributeCoercion2> rules;
    private String stored = CT;
    private int coerced;

    @BeforeEach
    void start() {
        archive = new TestArchive(folder);
        archive.reload(archive.profile("p", "\"verify\": true"));
        rules = List.of(sending("p"));
    }

    @Test
    void an_object_that_can_be_treated_is_tried_with_the_current_values_of_the_database_and_not_counted() {
        assertThatCode(() -> announce("REMOTE")).doesNotThrowAnyException();
        assertThat(coerced).isEqualTo(1);
        assertThat(archive.counts.byProfile()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "an overlay plane stands in unused bits of Pixel Data | plane",
                "verification found identifiers                       | name",
            })
    void an_object_that_would_be_refused_is_refused_before_it_is_announced(String reason, String fault) {
        if (fault.equals("plane")) stored = EMBEDDED_PLANE;
        // The verification finds the name of the database in an attribute that the profile keeps.
        else stored = CT + "Manufacturer LO Corrected^Jane\n";
        assertThatThrownBy(() -> announce("REMOTE"))
                .isInstanceOf(CoercionRefusedException.class)
                .hasMessageStartingWith("anonymize:p, coercion rule \"Deid\": ")
                .hasMessageContaining(reason.strip())
                .hasMessageNotContaining("Corrected");
        assertThat(archive.counts.byProfile().get("p").refused()).isEqualTo(1);
    }

    @Test
    void what_goes_without_announcement_is_not_tried() {
        stored = EMBEDDED_PLANE;
        assertThatCode(() -> announce(null)).doesNotThrowAnyException();
        assertThat(coerced).isZero();
    }

    @Test
    void what_another_rule_changes_first_is_not_tried() {
        stored = EMBEDDED_PLANE;
        rules = List.of(sending("p").setURI("merge-attrs:"), sending("p"));
        assertThatCode(() -> announce("REMOTE")).doesNotThrowAnyException();
        rules = List.of(
                sending("p").setURI("retrieve-as-received:"),
                sending("p"),
                sending("p").setURI("merge-attrs:"));
        assertThatThrownBy(() -> announce("REMOTE")).isInstanceOf(CoercionRefusedException.class);
    }

    @Test
    void what_no_coercion_sees_is_not_read() {
        assertThatThrownBy(() -> inspection().refuseUnseen(rules))
                .isInstanceOf(CoercionRefusedException.class)
                .hasMessage("anonymize:p, coercion rule \"Deid\": frames, bulk data, rendered images and documents by"
                        + " themselves can't be de-identified; retrieve the DICOM object, or use the exporter"
                        + " (anonymized:)");
        assertThat(archive.counts.byProfile().get("p").refused()).isEqualTo(1);
        rules = List.of(sending("p").setURI("merge-attrs:"));
        assertThatCode(() -> inspection().refuseUnseen(rules)).doesNotThrowAnyException();
    }

    private void announce(String receiver) {
        inspection().inspect(rules, context(receiver), null);
    }

    private static RetrieveContext context(String receiver) {
        return proxy(
                RetrieveContext.class, (method, arguments) -> method.equals("getDestinationAETitle") ? receiver : null);
    }

    private Inspection inspection() {
        RetrieveService service = proxy(RetrieveService.class, (method, arguments) -> switch (method) {
            case "getArchiveAttributeCoercions" -> rules;
            case "openDicomInputStream" -> stream();
            case "getAttributesCoercion" -> {
                assertThat((List<?>) arguments[2]).hasSize(rules.size() == 3 ? 1 : 0);
                yield database();
            }
            default -> throw new UnsupportedOperationException(method);
        });
        return new Inspection(service, archive.coercion);
    }

    private DicomInputStream stream() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DicomWriter.write(
                DicomObject.of((DicomDataSet) DataSetText.parse(stored), TransferSyntax.EXPLICIT_LITTLE), file);
        return new DicomInputStream(new ByteArrayInputStream(file.toByteArray())) {
            @Override
            public Attributes readDatasetUntilPixelData() throws IOException {
                super.readDatasetUntilPixelData();
                return attributes(stored);
            }
        };
    }

    /** Lays over an object what the archive's database has of it. */
    private AttributesCoercion database() {
        return proxy(AttributesCoercion.class, (method, arguments) -> {
            coerced++;
            ((Attributes) arguments[0]).setString(PATIENT_NAME, VR.PN, "Corrected^Jane");
            return null;
        });
    }

    private interface Answer {
        Object to(String method, Object[] arguments) throws IOException;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method.getName(), arguments)));
    }
}
