// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.dicomanonymizer.archive.coerce.TestArchive.attributes;
import static org.dicomanonymizer.archive.coerce.TestArchive.rule;
import static org.dicomanonymizer.archive.coerce.TestArchive.sending;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.VR;
import org.dcm4che3.net.Dimse;
import org.dcm4che3.net.TransferCapability.Role;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2.OnFailure;
import org.dicomanonymizer.archive.profile.ProfileEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is not in order refuses the object, as early as it can be known, and says why without a value of the object. */
class RefusalsTest {
    private static final String CT = CallSitesTest.CT;

    @TempDir
    Path folder;

    private TestArchive archive;

    @BeforeEach
    void start() {
        archive = new TestArchive(folder);
    }

    /** Before the C-STORE command is sent: so it fails alone. In channels without announcement it fails all the same. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "other   | \"verify\": true                       | There is no de-identification profile \"site\"",
                "site    | \"options\": [\"CleanEverything\"]     | CleanEverything",
                "site    | \"identity\": {}                       | refers to no key",
                "site    | \"identity\": {\"key\": {\"file\": \"/missing.key\"}} | /missing.key does not exist",
                "site    | \"options\": [\"CleanPixelData\"]      | CleanPixelData is not carried out",
                "site    | \"rules\": [{\"tag\": \"Rows\", \"action\": \"delete\"}] | changes Rows (0028,0010)",
                "site    | \"rules\": [{\"tag\": \"(0028,xxxx)\", \"action\": \"delete\"}] | changes SamplesPerPixel (0028,0002)",
                "site    | \"rules\": [{\"tag\": \"SOPClassUID\", \"action\": \"replace_UID\"}] | changes SOPClassUID (0008,0016)",
                "site    | \"rules\": [{\"tag\": \"PixelData\", \"action\": \"delete\"}] | changes PixelData (7FE0,0010)",
                "site    | \"rules\": [{\"tag\": \"SOPInstanceUID\", \"action\": \"keep\", \"when\": \"Modality = CT\"}] | (0008,0018) has to be announced",
            })
    void what_the_configuration_lacks_is_told_before_anything_is_announced(
            String name, String settings, String reason) {
        archive.reload(
                settings.contains("identity")
                        ? new ProfileEntry(name, "{" + settings + "}")
                        : archive.profile(name, settings));
        ArchiveAttributeCoercion2 rule = sending("site");
        assertThatThrownBy(() -> archive.coercion.remapUID(rule, "1.2.3.4"))
                .isInstanceOf(CoercionRefusedException.class)
                .hasMessageStartingWith("anonymize:site, coercion rule \"Deid\": ")
                .hasMessageContaining(reason)
                .hasNoCause();
        assertThatThrownBy(() -> archive.wado(rule, attributes(CT)))
                .isInstanceOf(CoercionRefusedException.class)
                .hasMessageContaining(reason);
        assertThat(archive.counts.byProfile()).hasToString("{site=Counts[treated=0, refused=2]}");
    }

    @Test
    void work_on_pixels_is_referred_to_the_exporter() {
        archive.reload(
                archive.profile("options", "\"options\": [\"CleanPixelData\"]"),
                archive.profile("regions", "\"pixels\": {\"onBurnedIn\": \"refuse\"}"),
                archive.profile("none"));
        for (String name : List.of("options", "regions"))
            assertThat(Limits.of(archive.profiles.current().named(name), Channel.SENT))
                    .singleElement()
                    .asString()
                    .contains("profile " + name + " asks for work on pixels", "use the exporter (anonymized:)");
        assertThat(Limits.of(archive.profiles.current().named("none"), Channel.SENT))
                .isEmpty();
    }

    @Test
    void an_unknown_parameter_is_refused_and_a_known_one_counts() {
        archive.reload(archive.profile("site"));
        assertThatThrownBy(() ->
                        archive.coercion.remapUID(sending("site").setCoercionParam("options", "RetainUIDs"), "1.2.3.4"))
                .isInstanceOf(CoercionRefusedException.class)
                .hasMessageContaining("unknown parameter options; there are project, pseudonymPrefix and verify");
        assertThat(archive.wado(sending("site").setCoercionParam("pseudonymPrefix", "S7-"), attributes(CT)))
                .contains("PatientID LO S7-");
        assertThat(archive.coercion.remapUID(sending("site").setCoercionParam("project", "7"), "1.2.3.4"))
                .isNotEqualTo(archive.coercion.remapUID(sending("site"), "1.2.3.4"));
    }

    /** The archive would send on what is left in the attributes. */
    @ParameterizedTest
    @EnumSource(names = {"CONTINUE", "SUFFICIENT"})
    void a_rule_that_ignores_refusals_sends_nothing(OnFailure onFailure) {
        archive.reload(archive.profile("site"));
        ArchiveAttributeCoercion2 rule = sending("site");
        rule.setCoercionOnFailure(onFailure);
        assertThatThrownBy(() -> archive.coercion.remapUID(rule, "1.2.3.4"))
                .isInstanceOf(CoercionRefusedException.class)
                .hasMessageContaining("set it to RETHROW");
        Attributes attributes = attributes(CT);
        assertThatThrownBy(() -> archive.wado(rule, attributes)).isInstanceOf(CoercionRefusedException.class);
        assertThat(attributes.isEmpty()).isTrue();
    }

    @Test
    void a_profile_with_conditions_answers_no_query() {
        archive.reload(archive.profile(
                "site",
                "\"rules\": [{\"tag\": \"StudyDescription\", \"action\": \"delete\", \"when\": \"Modality = US\"}]"));
        assertThatThrownBy(() -> archive.coercion.coerce(
                        rule("site", Role.SCU, Dimse.C_FIND_RSP), null, null, null, null, null, attributes(CT), null))
                .isInstanceOf(CoercionRefusedException.class)
                .hasMessageContaining("can't be judged in answers to queries");
        assertThat(archive.wado(sending("site"), attributes(CT))).contains("PatientIdentityRemoved CS YES");
    }

    /** The bits of such a plane lie among the pixels, which a coercion does not see. */
    @ParameterizedTest
    @CsvSource({"basic", "graphics"})
    void an_overlay_in_the_pixels_is_refused_unless_the_site_keeps_it(String profile) {
        String overlay = CT + "(6000,0010) US 1\n(6000,0011) US 1\n(6000,0040) CS G\n(6000,0102) US 15\n";
        archive.reload(
                archive.profile("basic"),
                archive.profile("graphics", "\"options\": [\"CleanGraphics\"]"),
                archive.profile("kept", "\"rules\": [{\"tag\": \"(60xx,xxxx)\", \"action\": \"keep\"}]"));
        assertThatThrownBy(() -> archive.wado(sending(profile), attributes(overlay)))
                .isInstanceOf(CoercionRefusedException.class)
                .hasMessageContaining("(60xx,0102)")
                .hasMessageContaining("use the exporter (anonymized:)");
        assertThat(archive.wado(sending("kept"), attributes(overlay))).contains("OverlayBitPosition US 15");
        assertThat(archive.wado(sending(profile), attributes(overlay.replace("6000,0102) US 15", "6000,0102) US 0"))))
                .as("a bit of the image is no plane")
                .contains("PatientIdentityRemoved");
        assertThat(archive.wado(sending(profile), attributes(overlay + "PixelData OW\n")))
                .as("pixels that the archive leaves out")
                .contains("PatientIdentityRemoved");
    }

    /** Whatever goes wrong: neither names nor numbers of the object get into a message, or into what caused it. */
    @Test
    void no_refusal_quotes_a_value() {
        archive.reload(
                archive.profile("verified", "\"verify\": true"),
                archive.profile(
                        "regexp",
                        "\"rules\": [{\"tag\": \"Modality\", \"action\": \"regexp\", \"find\": \"^\", \"replace\": \"\u5c71\"}]"));
        StringWriter thrown = new StringWriter();
        Attributes broken = new Attributes(attributes(CT)) {
            private static final long serialVersionUID = 1L;

            @Override
            public int[] tags() {
                throw new IllegalStateException("Doe^Jane", new RuntimeException("4711"));
            }
        };
        Attributes left = attributes(CT);
        left.setString(0x00181210, VR.SH, "Doe Jane");
        Attributes remote = attributes(CT);
        remote.setValue(0x00281221, VR.OW, CallSitesTest.bulk("file:///spool/1.2.3.4"));
        for (Throwable refusal : List.of(
                catchThrowable(() -> archive.wado(sending("verified"), broken)),
                catchThrowable(() -> archive.wado(sending("verified"), left)),
                catchThrowable(() -> archive.wado(sending("verified"), remote)),
                catchThrowable(() -> archive.wado(sending("regexp"), attributes(CT))),
                catchThrowable(() -> archive.wado(sending("none"), attributes(CT))),
                catchThrowable(() -> archive.wado(sending("verified"), new Attributes())))) {
            assertThat(refusal).isInstanceOf(CoercionRefusedException.class).hasNoCause();
            assertThat(refusal.getSuppressed()).isEmpty();
            refusal.printStackTrace(new PrintWriter(thrown));
        }
        assertThat(thrown.toString())
                .contains("internal error IllegalStateException at " + RefusalsTest.class.getName())
                .contains("verification found identifiers in the result: (0018,1210)")
                .contains("(0028,1221) elsewhere, where it can't be read")
                .doesNotContain("Jane", "4711", "1.2.3", "spool");
    }

    @Test
    void the_archives_metrics_count_what_was_treated_and_refused() {
        archive.reload(archive.profile("site", "\"verify\": true"));
        archive.send(sending("site"), attributes(CT));
        archive.wado(sending("site"), attributes(CT));
        assertThatThrownBy(() -> archive.wado(sending("site"), new Attributes()))
                .isInstanceOf(CoercionRefusedException.class);
        assertThat(archive.metrics).hasToString("{anonymize-site=2.0, anonymize-site-refused=1.0}");
        assertThat(archive.counts.byProfile()).hasToString("{site=Counts[treated=2, refused=1]}");
    }
}
