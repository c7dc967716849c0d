// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.dcm4che3.conf.json.ConfigurationDelegate;
import org.dcm4che3.conf.json.JsonConfigurationExtension;
import org.dcm4che3.conf.json.JsonReader;
import org.dcm4che3.conf.json.JsonWriter;
import org.dcm4che3.net.Device;
import org.dicomanonymizer.archive.profile.LoadedProfile;

/**
 * Writes and reads the profiles of a device in its JSON, inside {@code dcmDevice}. Reading refuses profiles that can't be used,
 * so that the archive, which reads before it writes, changes nothing.
 */
@ApplicationScoped
public class JsonAnonymizerConfiguration extends JsonConfigurationExtension {
    private ConfiguredProfiles inForce;

    protected JsonAnonymizerConfiguration() {}

    @Inject
    public JsonAnonymizerConfiguration(ConfiguredProfiles inForce) {
        this.inForce = inForce;
    }

    @Override
    protected void storeTo(Device device, JsonWriter writer) {
        JsonEntries.write(writer, EntryType.PROFILE, AnonymizerDeviceExtension.configurationOf(device));
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if a profile can't be used; all reasons are told. One that is in force just so, since the
     *                                  directory has it, passes: whoever saves another setting of the device has not edited it
     */
    @Override
    public boolean loadDeviceExtension(Device device, JsonReader reader, ConfigurationDelegate delegate) {
        if (!EntryType.PROFILE.objectClass().equals(reader.getString())) return false;
        List<Entry> profiles = JsonEntries.read(reader, EntryType.PROFILE);
        List<Entry> known = inForce.configuration();
        List<String> faults = new ArrayList<>();
        List<LoadedProfile> loaded = ProfileCompiler.compile(profiles);
        for (int i = 0; i < loaded.size(); i++)
            if (!known.contains(profiles.get(i))) faults.addAll(loaded.get(i).errors());
        for (String name : EntryCheck.repeated(profiles)) faults.add("there are several profiles " + name);
        if (!faults.isEmpty()) throw new IllegalArgumentException(String.join("; ", faults));
        if (!profiles.isEmpty()) {
            AnonymizerDeviceExtension extension = new AnonymizerDeviceExtension();
            extension.setConfiguration(profiles);
            device.addDeviceExtension(extension);
        }
        return true;
    }
}
