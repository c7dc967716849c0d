// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dicomanonymizer.archive.coerce.TestArchive.attributes;
import static org.dicomanonymizer.archive.coerce.TestArchive.rule;
import static org.dicomanonymizer.archive.coerce.TestArchive.sending;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.AttributesCoercion;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Device;
import org.dcm4che3.net.Dimse;
import org.dcm4che3.net.TransferCapability.Role;
import org.dcm4chee.arc.conf.ArchiveAEExtension;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dcm4chee.arc.conf.ArchiveDeviceExtension;
import org.dcm4chee.arc.conf.Conditions;
import org.dcm4chee.arc.event.ArchiveServiceEvent;
import org.dcm4chee.arc.query.QueryContext;
import org.dcm4chee.arc.retrieve.RetrieveContext;
import org.dcm4chee.arc.store.InstanceLocations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In the moment in which the archive has no rules, since it is reloading them, those before hold. */
class LoadedRulesTest {
    @TempDir
    Path folder;

    private final Device device = new Device("dcm4chee-arc");
    private final ArchiveAEExtension extension = new ArchiveAEExtension();
    private final LoadedRules loaded = new LoadedRules(device);
    private final ArchiveAttributeCoercion2 ours = sending("p");
    private final ArchiveAttributeCoercion2 other = sending("p").setURI("merge-attrs:");

    LoadedRulesTest() {
        device.addDeviceExtension(new ArchiveDeviceExtension());
        ApplicationEntity entity = new ApplicationEntity("DEID");
        entity.addAEExtension(extension);
        device.addApplicationEntity(entity);
        extension.getAttributeCoercions2().addAll(List.of(ours, other));
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
    void new_rules_that_de_identify_hold_at_once() {
        tell(ArchiveServiceEvent.Type.STARTED);
        ArchiveAttributeCoercion2 next = sending("next");
        assertThat(applying(next)).containsExactly(next);
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
    void an_answer_that_the_archive_leaves_untreated_in_that_moment_is_treated() throws Exception {
        TestArchive archive = new TestArchive(folder);
        archive.reload(archive.profile("p"));
        ArchiveAttributeCoercion2 answers = rule("p", Role.SCU, Dimse.C_FIND_RSP);
        extension.getAttributeCoercions2().add(answers);
        tell(ArchiveServiceEvent.Type.STARTED);
        List<ArchiveAttributeCoercion2> inForce = new ArrayList<>(List.of(answers));
        AttributesCoercion ofArchive = new AttributesCoercion() {
            @Override
            public void coerce(Attributes answer, Attributes modified) {
                for (ArchiveAttributeCoercion2 rule : inForce)
                    archive.coercion.coerce(rule, "", "host", null, "host", "DEID", answer, null);
            }

            @Override
            public String remapUID(String uid) {
                return uid;
            }
        };
        QueryContext context = proxy(
                QueryContext.class,
                Map.of(
                        "getArchiveAEExtension", extension,
                        "getSOPClassUID", "1.2.840.10008.5.1.4.1.2.2.1",
                        "getRemoteHostName", "host",
                        "getCallingAET", "REMOTE",
                        "getLocalHostName", "host",
                        "getCalledAET", "DEID"));
        AttributesCoercion guarded = new GuardedAnswers(ofArchive, context, archive.coercion, loaded);
        Attributes byArchive = attributes(CallSitesTest.CT);
        guarded.coerce(byArchive, null);
        inForce.clear();
        Attributes byGuard = attributes(CallSitesTest.CT);
        guarded.coerce(byGuard, null);
        assertThat(TestArchive.print(byGuard))
                .isEqualTo(TestArchive.print(byArchive))
                .doesNotContain("Doe");
        assertThat(archive.counts.byProfile()).hasToString("{p=Counts[treated=2, refused=0]}");
        extension.getAttributeCoercions2().remove(answers);
        tell(ArchiveServiceEvent.Type.RELOADED);
        Attributes untreated = attributes(CallSitesTest.CT);
        guarded.coerce(untreated, null);
        assertThat(TestArchive.print(untreated)).contains("Doe");
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
        return loaded.of(List.of(inForce), context, match);
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
