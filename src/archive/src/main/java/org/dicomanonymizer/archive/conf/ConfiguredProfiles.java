// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.dcm4che3.net.Device;
import org.dcm4chee.arc.event.ArchiveServiceEvent;
import org.dicomanonymizer.archive.profile.ProfileSet;

/** The profiles that are in force on the device of this archive. */
@ApplicationScoped
public class ConfiguredProfiles {
    private Device device;

    protected ConfiguredProfiles() {}

    @Inject
    public ConfiguredProfiles(Device device) {
        this.device = device;
    }

    /** The profiles of this moment; take them once for an object. Empty if the configuration has none. */
    public ProfileSet current() {
        AnonymizerDeviceExtension extension = device.getDeviceExtension(AnonymizerDeviceExtension.class);
        return extension == null ? ProfileSet.EMPTY : extension.profiles();
    }

    /** The same as directory and JSON have them, those with errors too. */
    public List<Entry> configuration() {
        return AnonymizerDeviceExtension.configurationOf(device);
    }

    /** Has the profiles compiled before the first object comes. */
    public void compileAtStart(@Observes ArchiveServiceEvent event) {
        if (event.getType() == ArchiveServiceEvent.Type.STARTED) current();
    }
}
