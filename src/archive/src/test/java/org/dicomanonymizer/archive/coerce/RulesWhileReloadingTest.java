// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dicomanonymizer.archive.coerce.TestArchive.sending;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Device;
import org.dcm4chee.arc.conf.ArchiveAEExtension;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dcm4chee.arc.conf.ArchiveDeviceExtension;
import org.dcm4chee.arc.event.ArchiveServiceEvent;
import org.dicomanonymizer.archive.conf.AnonymizerDeviceExtension;
import org.junit.jupiter.api.Test;

/** The rules of a device and of an application entity are asked for all the time while they are reloaded. */
class RulesWhileReloadingTest {
    private static final int RELOADS = 10_000;

    /** The entity's rule and the device's, both with the name of the configuration. */
    private static Device device(String configuration) {
        Device device = new Device("dcm4chee-arc");
        ArchiveDeviceExtension archive = new ArchiveDeviceExtension();
        archive.getAttributeCoercions2()
                .add(new ArchiveAttributeCoercion2(configuration).setURI("nullify-pixel-data:"));
        device.addDeviceExtension(archive);
        device.addDeviceExtension(new AnonymizerDeviceExtension());
        ApplicationEntity entity = new ApplicationEntity("DEID");
        ArchiveAEExtension extension = new ArchiveAEExtension();
        extension.getAttributeCoercions2().add(sending("p").setCommonName(configuration));
        entity.addAEExtension(extension);
        device.addApplicationEntity(entity);
        return device;
    }

    @Test
    void rules_are_never_those_of_two_configurations_nor_some_of_one() throws Exception {
        Device device = device("start");
        LoadedRules loaded = new LoadedRules(device);
        loaded.onLoaded(new ArchiveServiceEvent(ArchiveServiceEvent.Type.STARTED, null));
        ArchiveAEExtension extension = device.getApplicationEntity("DEID").getAEExtension(ArchiveAEExtension.class);
        Set<List<String>> seen = ConcurrentHashMap.newKeySet();
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> reloads = pool.submit((Callable<Boolean>) () -> {
                for (int i = 0; i < RELOADS; i++) device.reconfigure(device(i % 2 == 0 ? "a" : "b"));
                return true;
            });
            while (!reloads.isDone())
                seen.add(loaded.of(extension).stream()
                        .map(ArchiveAttributeCoercion2::getCommonName)
                        .toList());
            assertThat(reloads.get()).isTrue();
        } finally {
            pool.shutdownNow();
        }
        assertThat(seen)
                .contains(List.of("a", "a"), List.of("b", "b"))
                .isSubsetOf(Set.of(List.of("start", "start"), List.of("a", "a"), List.of("b", "b")));
    }
}
