// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dicomanonymizer.archive.coerce.TestArchive.rule;
import static org.dicomanonymizer.archive.coerce.TestArchive.sending;

import java.nio.file.Path;
import java.util.List;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Device;
import org.dcm4che3.net.Dimse;
import org.dcm4che3.net.TransferCapability.Role;
import org.dcm4chee.arc.conf.ArchiveAEExtension;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2.OnFailure;
import org.dcm4chee.arc.conf.ArchiveDeviceExtension;
import org.dcm4chee.arc.conf.Conditions;
import org.dcm4chee.arc.event.ArchiveServiceEvent;
import org.dicomanonymizer.archive.coerce.TestArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that would let originals out, or refuse everything, are found when the configuration is loaded. */
class CoercionHealthTest {
    @TempDir
    Path folder;

    private TestArchive archive;
    private Device device;
    private CoercionHealth health;
    private ArchiveAEExtension entity;

    @BeforeEach
    void start() {
        archive = new TestArchive(folder);
        archive.reload(
                archive.profile("research", "\"extends\": \"research\""),
                archive.profile("everything", "\"extends\": \"keep-all\""),
                archive.profile("pixels", "\"options\": [\"CleanPixelData\"]"),
                archive.profile("rows", "\"rules\": [{\"tag\": \"Rows\", \"action\": \"delete\"}]"));
        device = archive.device;
        device.addDeviceExtension(new ArchiveDeviceExtension());
        entity = entity("DEID");
        entity("OTHER");
        health = new CoercionHealth(device, archive.profiles);
    }

    private ArchiveAEExtension entity(String title) {
        ApplicationEntity ae = new ApplicationEntity(title);
        ArchiveAEExtension extension = new ArchiveAEExtension();
        ae.addAEExtension(extension);
        device.addApplicationEntity(ae);
        return extension;
    }

    private static ArchiveAttributeCoercion2 answering(String profile) {
        return rule(profile, Role.SCU, Dimse.C_FIND_RSP).setCommonName("Answers");
    }

    private static ArchiveAttributeCoercion2 other(String name, String uri, int priority) {
        ArchiveAttributeCoercion2 other =
                rule("", Role.SCP, Dimse.C_STORE_RQ).setCommonName(name).setURI(uri);
        other.setPriority(priority);
        return other;
    }

    /** The findings with these rules of the entity DEID. */
    private List<String> findings(ArchiveAttributeCoercion2... rules) {
        entity.getAttributeCoercions2().addAll(List.of(rules));
        return health.examine().findings().stream().map(Finding::toString).toList();
    }

    @Test
    void nothing_is_found_where_all_is_well() {
        assertThat(findings(sending("research"), answering("research"))).isEmpty();
        assertThat(health.examine().rules()).isEqualTo(2);
    }

    @Test
    void the_report_is_made_when_the_archive_starts_and_reloads() {
        assertThat(health.report()).isEqualTo(HealthReport.NONE);
        entity.getAttributeCoercions2().add(sending("gone"));
        health.onLoaded(new ArchiveServiceEvent(ArchiveServiceEvent.Type.STOPPED, null));
        assertThat(health.report()).isEqualTo(HealthReport.NONE);
        health.onLoaded(new ArchiveServiceEvent(ArchiveServiceEvent.Type.STARTED, null));
        HealthReport started = health.report();
        assertThat(started.findings()).hasSize(2);
        entity.getAttributeCoercions2().clear();
        health.onLoaded(new ArchiveServiceEvent(ArchiveServiceEvent.Type.RELOADED, null));
        assertThat(health.report()).isEqualTo(HealthReport.NONE);
        assertThat(started.findings()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "gone, There is no de-identification profile \"gone\"",
        "pixels, CleanPixelData is not carried out by this version",
        "pixels, asks for work on pixels; use the exporter (anonymized:)",
        "rows, 'changes Rows (0028,0010), by which pixels and transfer go'",
        "everything, 'keeps what no rule names, so that results are not de-identified'",
    })
    void a_rule_with_an_unfit_profile_is_found(String profile, String reason) {
        assertThat(findings(sending(profile), answering("research")))
                .allMatch(finding -> finding.startsWith("Coercion rule \"Deid\" of application entity DEID: "))
                .anyMatch(finding -> List.of(reason.split("; ")).stream().allMatch(finding::contains));
    }

    @Test
    void a_rule_of_the_device_is_told_once_and_as_such() {
        device.getDeviceExtension(ArchiveDeviceExtension.class)
                .getAttributeCoercions2()
                .addAll(List.of(sending("gone"), answering("research")));
        assertThat(findings())
                .singleElement()
                .asString()
                .startsWith("Coercion rule \"Deid\" of device dcm4chee-arc: every object is refused: There is no");
    }

    @Test
    void parameters_and_the_policy_on_failure_are_found() {
        ArchiveAttributeCoercion2 rule = sending("research").setCoercionParam("verify", "false");
        rule.setCoercionOnFailure(OnFailure.CONTINUE);
        assertThat(findings(rule, answering("research")))
                .hasSize(2)
                .anyMatch(
                        finding -> finding.contains("dcmCoercionOnFailure is CONTINUE") && finding.contains("RETHROW"))
                .anyMatch(finding -> finding.contains("parameter verify can only be true"));
    }

    @Test
    void a_sufficient_rule_in_front_is_found_unless_it_is_about_something_else() {
        assertThat(findings(sending("research"), answering("research"), other("First", "merge-attrs:", 10)))
                .isEmpty();
        ArchiveAttributeCoercion2 first = other("First", "merge-attrs:", 10).setCoercionSufficient(true);
        entity.getAttributeCoercions2().add(first);
        assertThat(findings())
                .singleElement()
                .asString()
                .contains("where rule \"First\" (merge-attrs:) applies")
                .contains("nothing is de-identified; give this rule a higher dcmRulePriority than 10");
        first.setConditions(new Conditions("SendingApplicationEntityTitle=OTHER"));
        assertThat(findings()).isEmpty();
        first.setConditions(new Conditions()).setSOPClasses("1.2.840.10008.5.1.4.1.1.2");
        assertThat(findings()).hasSize(1);
        entity.getAttributeCoercions2().iterator().next().setSOPClasses("1.2.840.10008.5.1.4.1.1.4");
        assertThat(findings()).isEmpty();
    }

    /** The archive asks it only where no rule of the new kind applies. */
    @Test
    void a_rule_of_the_old_kind_that_is_no_longer_asked_is_found() {
        ArchiveAttributeCoercion old =
                new ArchiveAttributeCoercion("Blank").setRole(Role.SCP).setDIMSE(Dimse.C_STORE_RQ);
        entity.getAttributeCoercions().add(old);
        assertThat(findings(sending("research"), answering("research")))
                .singleElement()
                .asString()
                .startsWith("Coercion rule \"Deid\" of application entity DEID: ")
                .contains("rule \"Blank\" of the old kind (dcmArchiveAttributeCoercion) is not asked");
        old.setConditions(new Conditions("SendingApplicationEntityTitle=OTHER"));
        assertThat(findings()).isEmpty();
        old.setConditions(new Conditions());
        old.setRole(Role.SCU);
        assertThat(findings()).isEmpty();
    }

    @Test
    void conditions_that_keep_rules_apart_are_understood() {
        ArchiveAttributeCoercion2 first = other("First", "noop:", 10)
                .setCoercionSufficient(true)
                .setConditions(new Conditions("SendingApplicationEntityTitle=DEID|OTHER", "00080060=CT"));
        ArchiveAttributeCoercion2 second = sending("research").setConditions(new Conditions("00080060=MR"));
        assertThat(findings(first, second, answering("research")))
                .as("an attribute may have both")
                .hasSize(1);
    }

    @Test
    void a_second_rule_that_changes_uids_is_found() {
        ArchiveAttributeCoercion2 first = sending("research");
        first.setPriority(10);
        assertThat(findings(first, other("Second", "deidentify:", 5), answering("research")))
                .singleElement()
                .asString()
                .contains("where rule \"Second\" (deidentify:) applies as well", "treated twice");
        first.setCoercionSufficient(true);
        assertThat(findings()).singleElement().asString().contains("the SOP Instance UID that is announced");
    }

    @Test
    void reading_as_received_is_found() {
        assertThat(findings(
                        sending("research"), other("As received", "retrieve-as-received:", 0), answering("research")))
                .singleElement()
                .asString()
                .contains("as they were received");
    }

    @Test
    void a_condition_that_never_holds_for_dicomweb_is_found() {
        assertThat(findings(
                        sending("research").setConditions(new Conditions("ReceivingApplicationEntityTitle=REMOTE")),
                        answering("research")))
                .singleElement()
                .asString()
                .contains("never holds for WADO and STOW-RS");
    }

    @Test
    void answers_with_originals_are_found() {
        assertThat(findings(sending("research")))
                .singleElement()
                .asString()
                .contains("queries through DEID are answered with the originals");
    }

    @Test
    void what_changes_only_the_database_and_what_is_always_refused_is_found() {
        assertThat(findings(
                        rule("research", Role.SCU, Dimse.C_STORE_RQ).setCommonName("In"),
                        rule("research", Role.SCU, Dimse.N_CREATE_RQ).setCommonName("MPPS"),
                        rule("research", Role.SCU, Dimse.C_FIND_RQ).setCommonName("Keys")))
                .hasSize(3)
                .anyMatch(
                        finding -> finding.contains("\"In\"") && finding.contains("the stored files stay as they came"))
                .anyMatch(finding -> finding.contains("\"MPPS\"") && finding.contains("every message is refused"))
                .anyMatch(finding -> finding.contains("\"Keys\"") && finding.contains("keys of queries"));
    }

    @Test
    void procedure_steps_that_no_coercion_sees_are_found() {
        ArchiveAEExtension extension = new ArchiveAEExtension();
        ApplicationEntity worklist = new ApplicationEntity("DEID") {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean hasTransferCapabilityFor(String sopClass, Role role) {
                return role == Role.SCP && sopClass.equals("1.2.840.10008.5.1.4.34.6.3");
            }
        };
        worklist.addAEExtension(extension);
        device.addApplicationEntity(worklist);
        extension.getAttributeCoercions2().addAll(List.of(sending("research"), answering("research")));
        assertThat(new CoercionHealth(device, archive.profiles).examine().findings())
                .singleElement()
                .asString()
                .contains("unified procedure steps (UPS) are answered with the originals");
    }
}
