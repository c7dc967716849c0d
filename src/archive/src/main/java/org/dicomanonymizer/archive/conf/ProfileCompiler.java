// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dicomanonymizer.archive.profile.LoadedProfile;
import org.dicomanonymizer.archive.profile.ProfileEntry;

/** Makes usable profiles of entries; what is wrong with one is kept with it, and hinders no other. */
final class ProfileCompiler {
    /** The server's folder of configuration, where relative file names in profiles start from. */
    private static final String CONFIGURATION_FOLDER = "jboss.server.config.dir";

    private ProfileCompiler() {}

    static Path folder() {
        return Path.of(System.getProperty(CONFIGURATION_FOLDER, ""));
    }

    /** Compiles profiles, each once, in their order; files that they refer to are read. */
    static List<LoadedProfile> compile(List<Entry> profiles) {
        Path folder = folder();
        List<LoadedProfile> loaded = new ArrayList<>();
        for (Entry profile : profiles) {
            List<String> faults = EntryCheck.faults(profile);
            ProfileEntry entry = new ProfileEntry(profile.name(), ProfileJson.write(profile));
            loaded.add(LoadedProfile.of(entry, faults, problem -> ProfileFaults.tell(profile, problem), folder));
        }
        return loaded;
    }
}
