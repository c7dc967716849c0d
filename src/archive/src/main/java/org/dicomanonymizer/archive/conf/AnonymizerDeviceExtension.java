// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
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

    /** The server's folder of configuration, where relative file names in profiles start from. */
    private static final String CONFIGURATION_FOLDER = "jboss.server.config.dir";

    private transient volatile ProfileSet profiles = ProfileSet.EMPTY;

    /** The profiles in force. */
    public ProfileSet profiles() {
        return profiles;
    }

    /** The profiles as they are configured, in their order. */
    public List<ProfileEntry> getEntries() {
        return profiles.all().stream().map(LoadedProfile::entry).toList();
    }

    /** Puts profiles in force, those with errors too: they refuse their objects. */
    public void setEntries(Collection<ProfileEntry> entries) {
        profiles = ProfileSet.of(entries, Path.of(System.getProperty(CONFIGURATION_FOLDER, "")));
    }

    @Override
    public void reconfigure(DeviceExtension from) {
        profiles = ((AnonymizerDeviceExtension) from).profiles;
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        profiles = ProfileSet.EMPTY;
    }
}
