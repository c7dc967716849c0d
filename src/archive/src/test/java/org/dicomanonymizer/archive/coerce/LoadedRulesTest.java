// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dicomanonymizer.archive.coerce.TestArchive.attributes;
import static org.dicomanonymizer.archive.coerce.TestArchive.rule;
import static org.dicomanonymizer.archive.coerce.TestArchive.sending;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.AttributesCoercion;
import org.dcm4che3.data.VR;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Device;
import org.dcm4che3.net.Dimse;
import org.dcm4che3.net.TransferCapability.Role;
import org.dcm4chee.arc.coerce.CoercionFactory;
import org.dcm4chee.arc.coerce.CoercionProcessor;
import org.dcm4chee.arc.conf.ArchiveAEExtension;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dcm4chee.arc.conf.ArchiveDeviceExtension;
import org.dcm4chee.arc.conf.Conditions;
import org.dcm4chee.arc.event.ArchiveServiceEvent;
import org.dcm4chee.arc.query.QueryContext;
import org.dcm4chee.arc.retrieve.RetrieveContext;
import org.dcm4chee.arc.store.InstanceLocations;
import org.dicomanonymizer.archive.conf.AnonymizerDeviceExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** While the archive reloads its rules, so that some are missing, those of one configuration hold. */
class LoadedRulesTest {
    @TempDir
    Path folder;

    private final Device device = new Device("dcm4chee-arc");
    private final ArchiveAEExtension extension = new ArchiveAEExtension();
    private final LoadedRules loaded = new LoadedRules(device);
    private final ArchiveAttributeCoercion2 ours = sending("p");
    private final ArchiveAttributeCoercion2 other = sending("p").setURI("nullify-pixel-data:");
    private final ArchiveDeviceExtension ofDevice = new ArchiveDeviceExtension();

    LoadedRulesTest() {
        device.addDeviceExtension(ofDevice);
        add(device, extension);
        extension.getAttributeCoercions2().addAll(List.of(ours, other));
    }

    private static void add(Device device, ArchiveAEExtension extension) {
        ApplicationEntity entity = new ApplicationEntity("DEID");
        entity.addAEExtension(extension);
        device.addApplicationEntity(entity);
    }

    private void tell(ArchiveServiceEvent.Type type) {
        loaded.onLoaded(new ArchiveServiceEvent(type, null));
    }

    @Test
    void the_rules_before_hold_until_others_are_loaded() {
        tell(ArchiveServiceEvent.Type.STARTED);
        extension.getAttributeCoercions2().clear();
        assertThat(applying()).containsExactly(ours, other);
        assertThat(loaded.of(extension)).containsExactly(ours, other);
        extension.getAttributeCoercions2().add(other);
        assertThat(applying(other)).containsExactly(ours, other);
        tell(ArchiveServiceEvent.Type.STOPPED);
        assertThat(applying(other)).containsExactly(ours, other);
        tell(ArchiveServiceEvent.Type.RELOADED);
        assertThat(applying(other)).containsExactly(other);
        assertThat(loaded.of(extension)).containsExactly(other);
    }

    @Test
    void a_rule_beside_the_one_that_de_identifies_is_not_missing_either() {
        extension.getAttributeCoercions2().remove(other);
        ofDevice.getAttributeCoercions2().add(other);
        tell(ArchiveServiceEvent.Type.STARTED);
        ofDevice.getAttributeCoercions2().clear();
        assertThat(applying(ours)).containsExactly(ours, other);
        assertThat(loaded.of(extension)).containsExactly(ours, other);
    }

    @Test
    void a_new_rule_that_de_identifies_does_not_hold_before_those_that_are_loaded_with_it() {
        extension.getAttributeCoercions2().remove(ours);
        device.addDeviceExtension(new AnonymizerDeviceExtension());
        tell(ArchiveServiceEvent.Type.STARTED);
        assertThat(applying(ours)).containsExactly(other);
    }

    @Test
    void without_profiles_a_new_rule_refuses_everything_at_once() {
        extension.getAttributeCoercions2().remove(ours);
        tell(ArchiveServiceEvent.Type.STARTED);
        assertThat(applying(ours)).containsExactly(ours);
    }

    @Test
    void an_entity_that_the_archive_has_got_since_has_the_rules_that_the_archive_finds() {
        assertThat(applying(ours)).containsExactly(ours);
        assertThat(applying()).isEmpty();
    }

    /** As when it finds a storage full. */
    @Test
    void rules_are_those_of_a_reload_that_the_archive_tells_nobody_of() throws Exception {
        device.addDeviceExtension(new AnonymizerDeviceExtension());
        tell(ArchiveServiceEvent.Type.STARTED);
        Device next = new Device("dcm4chee-arc");
        next.addDeviceExtension(new ArchiveDeviceExtension());
        next.addDeviceExtension(new AnonymizerDeviceExtension());
        ArchiveAEExtension ofNext = new ArchiveAEExtension();
        add(next, ofNext);
        ArchiveAttributeCoercion2 rule = sending("next");
        ofNext.getAttributeCoercions2().add(rule);
        AnonymizerDeviceExtension profiles = device.getDeviceExtension(AnonymizerDeviceExtension.class);
        profiles.reconfigure(next.getDeviceExtension(AnonymizerDeviceExtension.class));
        assertThat(applying(ours, other)).containsExactly(rule);
        ofNext.getAttributeCoercions2().remove(rule);
        tell(ArchiveServiceEvent.Type.RELOADED);
        assertThat(applying(other)).containsExactly(other);
    }

    @Test
    void what_is_on_its_way_from_an_entity_that_is_gone_goes_by_its_rules() {
        ofDevice.getAttributeCoercions2().add(sending("q"));
        tell(ArchiveServiceEvent.Type.STARTED);
        device.removeApplicationEntity("DEID");
        tell(ArchiveServiceEvent.Type.RELOADED);
        ofDevice.getAttributeCoercions2().clear();
        assertThat(applying()).hasSize(3);
    }

    @Test
    void where_nothing_is_de_identified_the_archive_is_left_alone() {
        extension.getAttributeCoercions2().remove(ours);
        tell(ArchiveServiceEvent.Type.STARTED);
        assertThat(applying()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SendingApplicationEntityTitle=DEID,      2",
        "SendingApplicationEntityTitle=OTHER,     0",
        "ReceivingApplicationEntityTitle=REMOTE,  2",
        "SendingHostname=receiver,                2",
        "ReceivingHostname=requestor,             2",
        "00080060=CT,                             2",
        "00080060=MR,                             0",
    })
    void they_apply_to_what_the_archive_would_apply_them_to(String condition, int expected) {
        ours.setConditions(new Conditions(condition));
        tell(ArchiveServiceEvent.Type.STARTED);
        assertThat(applying()).hasSize(expected);
    }

    @Test
    void an_answer_is_treated_by_all_rules_though_the_archive_finds_none_of_them() throws Exception {
        TestArchive archive = new TestArchive(folder);
        archive.reload(archive.profile("p"));
        ArchiveAttributeCoercion2 answers = rule("p", Role.SCU, Dimse.C_FIND_RSP);
        ArchiveAttributeCoercion2 others = rule("", Role.SCU, Dimse.C_FIND_RSP).setURI("nullify-tag:Modality");
        others.setPriority(-1);
        extension.getAttributeCoercions2().addAll(List.of(answers, others));
        tell(ArchiveServiceEvent.Type.STARTED);
        extension.getAttributeCoercions2().clear();
        CoercionFactory coercions = new CoercionFactory() {
            @Override
            public CoercionProcessor getCoercionProcessor(ArchiveAttributeCoercion2 rule) {
                return rule == answers ? archive.coercion : MODALITY;
            }
        };
        AttributesCoercion guarded = new GuardedAnswers(UNTREATED, query(), coercions, loaded);
        Attributes answer = attributes(CallSitesTest.CT);
        guarded.coerce(answer, null);
        assertThat(TestArchive.print(answer)).doesNotContain("Doe").contains("Modality CS\n");
        Attributes sufficient = attributes(CallSitesTest.CT);
        answers.setCoercionSufficient(true);
        guarded.coerce(sufficient, null);
        assertThat(TestArchive.print(sufficient)).doesNotContain("Doe").contains("Modality CS CT\n");
        tell(ArchiveServiceEvent.Type.RELOADED);
        Attributes untreated = attributes(CallSitesTest.CT);
        guarded.coerce(untreated, null);
        assertThat(TestArchive.print(untreated)).contains("Doe").contains("Modality CS CT\n");
    }

    @ParameterizedTest
    @EnumSource(ArchiveAttributeCoercion2.OnFailure.class)
    void an_answer_goes_out_untreated_by_a_rule_only_if_that_rule_says_so(ArchiveAttributeCoercion2.OnFailure onFailure)
            throws Exception {
        TestArchive archive = new TestArchive(folder);
        archive.reload(archive.profile("p"));
        ArchiveAttributeCoercion2 failing = rule("", Role.SCU, Dimse.C_FIND_RSP).setURI("nullify-tag:Modality");
        failing.setPriority(1);
        failing.setCoercionOnFailure(onFailure);
        ArchiveAttributeCoercion2 answers = rule("p", Role.SCU, Dimse.C_FIND_RSP);
        extension.getAttributeCoercions2().addAll(List.of(failing, answers));
        tell(ArchiveServiceEvent.Type.STARTED);
        CoercionFactory coercions = new CoercionFactory() {
            @Override
            public CoercionProcessor getCoercionProcessor(ArchiveAttributeCoercion2 rule) {
                if (rule == failing) throw new IllegalStateException("failing");
                return archive.coercion;
            }
        };
        AttributesCoercion guarded = new GuardedAnswers(UNTREATED, query(), coercions, loaded);
        Attributes answer = attributes(CallSitesTest.CT);
        switch (onFailure) {
            case RETHROW ->
                assertThatThrownBy(() -> guarded.coerce(answer, null)).isInstanceOf(IllegalStateException.class);
            case CONTINUE -> {
                guarded.coerce(answer, null);
                assertThat(TestArchive.print(answer)).doesNotContain("Doe");
            }
            case SUFFICIENT -> {
                guarded.coerce(answer, null);
                assertThat(TestArchive.print(answer)).contains("Doe");
            }
        }
    }

    private static final CoercionProcessor MODALITY = new CoercionProcessor() {
        @Override
        public boolean coerce(
                ArchiveAttributeCoercion2 rule,
                String sopClassUID,
                String sendingHost,
                String sendingAET,
                String receivingHost,
                String receivingAET,
                Attributes attributes,
                Attributes modified) {
            attributes.setNull(0x00080060, VR.CS);
            return true;
        }

        @Override
        public String remapUID(ArchiveAttributeCoercion2 rule, String uid) {
            return uid;
        }
    };

    private static final AttributesCoercion UNTREATED = new AttributesCoercion() {
        @Override
        public void coerce(Attributes answer, Attributes modified) {}

        @Override
        public String remapUID(String uid) {
            return uid;
        }
    };

    private QueryContext query() {
        return proxy(
                QueryContext.class,
                Map.of(
                        "getArchiveAEExtension", extension,
                        "getSOPClassUID", "1.2.840.10008.5.1.4.1.2.2.1",
                        "getRemoteHostName", "host",
                        "getCallingAET", "REMOTE",
                        "getLocalHostName", "host",
                        "getCalledAET", "DEID"));
    }

    private List<ArchiveAttributeCoercion2> applying(ArchiveAttributeCoercion2... inForce) {
        RetrieveContext context = proxy(
                RetrieveContext.class,
                Map.of(
                        "getArchiveAEExtension", extension,
                        "getLocalAETitle", "DEID",
                        "getDestinationAETitle", "REMOTE",
                        "getDestinationHostName", "receiver",
                        "getRequestorHostName", "requestor"));
        InstanceLocations match = proxy(
                InstanceLocations.class,
                Map.of("getSopClassUID", "1.2.840.10008.5.1.4.1.1.2", "getAttributes", attributes(CallSitesTest.CT)));
        return loaded.of(() -> List.of(inForce), context, match);
    }

    private static <T> T proxy(Class<T> type, Map<String, ?> answers) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (!answers.containsKey(method.getName()))
                        throw new UnsupportedOperationException(method.getName());
                    return answers.get(method.getName());
                }));
    }
}
