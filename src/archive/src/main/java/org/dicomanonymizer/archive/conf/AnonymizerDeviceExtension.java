// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dcm4che3.net.Device;
import org.dcm4che3.net.DeviceExtension;
import org.dicomanonymizer.archive.profile.LoadedProfile;
import org.dicomanonymizer.archive.profile.ProfileEntry;
import org.dicomanonymizer.archive.profile.ProfileSet;

/**
 * The de-identification profiles of a device of the archive. A reload replaces all of them at once; who needs them asks the
 * device for its extension and the extension for {@link #profiles} anew for every object, and keeps neither.
 */
public class AnonymizerDeviceExtension extends DeviceExtension {
    private static final long serialVersionUID = 1L;

    private transient volatile State state = State.EMPTY;
    private transient volatile Device loaded;

    /** The profiles of a device as they are configured, none if it has no such extension. */
    static List<Entry> configurationOf(Device device) {
        AnonymizerDeviceExtension extension = device.getDeviceExtension(AnonymizerDeviceExtension.class);
        return extension == null ? List.of() : extension.getConfiguration();
    }

    /**
     * A device as its configuration was loaded last, all of it: nothing changes it any more, while a reload changes the device
     * that is in use piece by piece. Empty before the first reload, and without such an extension.
     */
    public static Optional<Device> loadedLast(Device device) {
        AnonymizerDeviceExtension extension = device.getDeviceExtension(AnonymizerDeviceExtension.class);
        return extension == null ? Optional.empty() : Optional.ofNullable(extension.loaded);
    }

    /** The profiles in force. */
    public ProfileSet profiles() {
        return state.profiles();
    }

    /** The texts of the profiles, in their order. */
    public List<ProfileEntry> getEntries() {
        return profiles().all().stream().map(LoadedProfile::entry).toList();
    }

    /**
     * The profiles as directory and JSON have them.
     *
     * @throws org.dicomanonymizer.rule.ConfigurationException if they were given as texts that no directory could hold
     */
    public List<Entry> getConfiguration() {
        return state.configuration();
    }

    /** Puts profiles in force, those with errors too: they refuse their objects. They are compiled when they are asked for. */
    public void setConfiguration(List<Entry> profiles) {
        state = State.of(profiles);
    }

    /** Puts profiles in force that are given as texts, those with errors too. */
    public void setEntries(Collection<ProfileEntry> entries) {
        state = State.ofTexts(List.copyOf(entries));
    }

    /** Compiles what the other has, and what its profiles refer to, then replaces all by it. */
    @Override
    public void reconfigure(DeviceExtension from) {
        State next = ((AnonymizerDeviceExtension) from).state.anew();
        next.profiles();
        state = next;
        loaded = from.getDevice();
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        state = State.EMPTY;
    }
}
