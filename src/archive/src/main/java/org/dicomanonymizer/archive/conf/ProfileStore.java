// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.dcm4che3.conf.api.ConfigurationChanges;
import org.dcm4che3.conf.api.DicomConfiguration;
import org.dcm4che3.net.Device;
import org.dcm4chee.arc.ArchiveService;
import org.dcm4chee.arc.conf.ArchiveDeviceExtension;
import org.dcm4chee.arc.event.SoftwareConfiguration;
import org.dicomanonymizer.archive.profile.LoadedProfile;
import org.dicomanonymizer.archive.profile.ProfileEntry;
import org.dicomanonymizer.rule.ConfigurationException;

/**
 * Changes profiles in the archive's directory and puts them in force, as the archive does with its own configuration: by a
 * merge of the device, an entry in the audit log, and a reload.
 */
@ApplicationScoped
public class ProfileStore {
    private Device device;
    private DicomConfiguration directory;
    private ArchiveService archive;
    private Event<SoftwareConfiguration> audit;

    protected ProfileStore() {}

    @Inject
    public ProfileStore(
            Device device, DicomConfiguration directory, ArchiveService archive, Event<SoftwareConfiguration> audit) {
        this.device = device;
        this.directory = directory;
        this.archive = archive;
        this.audit = audit;
    }

    /**
     * Stores a profile in place of the one of its name.
     *
     * @param json    its text, in the engine's JSON
     * @param request who asks for it, for the audit log
     * @return whether there was none of the name
     * @throws ConfigurationException if it can't be used or stored, and nothing is changed then; or if the archive can't reload
     *     what was stored
     * @throws Exception if the directory or the archive fails
     */
    public synchronized boolean put(String name, String json, HttpServletRequest request) throws Exception {
        Device changed = directory.findDevice(device.getDeviceName());
        List<Entry> profiles = new ArrayList<>(AnonymizerDeviceExtension.configurationOf(changed));
        int place = place(profiles, name);
        Entry entry = ProfileImport.read(json, name, place < 0 ? null : profiles.get(place), ProfileCompiler.folder());
        LoadedProfile loaded =
                LoadedProfile.of(new ProfileEntry(name, ProfileJson.write(entry)), ProfileCompiler.folder());
        if (!loaded.isUsable()) throw new ConfigurationException(loaded.errors());
        if (place < 0) profiles.add(entry);
        else profiles.set(place, entry);
        write(changed, profiles, request);
        return place < 0;
    }

    /**
     * Removes a profile; whatever still refers to it refuses its objects.
     *
     * @return whether there was one
     * @throws Exception if the directory or the archive fails
     */
    public synchronized boolean remove(String name, HttpServletRequest request) throws Exception {
        Device changed = directory.findDevice(device.getDeviceName());
        List<Entry> profiles = new ArrayList<>(AnonymizerDeviceExtension.configurationOf(changed));
        int place = place(profiles, name);
        if (place < 0) return false;
        profiles.remove(place);
        write(changed, profiles, request);
        return true;
    }

    private static int place(List<Entry> profiles, String name) {
        return profiles.stream().map(Entry::name).toList().indexOf(name);
    }

    private void write(Device changed, List<Entry> profiles, HttpServletRequest request) throws Exception {
        AnonymizerDeviceExtension extension = changed.getDeviceExtension(AnonymizerDeviceExtension.class);
        if (extension == null) {
            extension = new AnonymizerDeviceExtension();
            changed.addDeviceExtension(extension);
        }
        extension.setConfiguration(profiles);
        ConfigurationChanges changes = directory.merge(changed, options());
        if (!changes.isEmpty()) audit.fire(new SoftwareConfiguration(request, changed.getDeviceName(), changes));
        try {
            archive.reload(request);
        } catch (Exception e) {
            throw new ConfigurationException(
                    "the change is stored, but the archive could not reload its configuration ("
                            + e.getClass().getSimpleName() + "); see its log, and repeat by POST /ctrl/reload");
        }
    }

    private EnumSet<DicomConfiguration.Option> options() {
        boolean verbose =
                device.getDeviceExtensionNotNull(ArchiveDeviceExtension.class).isAuditSoftwareConfigurationVerbose();
        return EnumSet.of(
                DicomConfiguration.Option.PRESERVE_VENDOR_DATA,
                DicomConfiguration.Option.PRESERVE_CERTIFICATE,
                verbose
                        ? DicomConfiguration.Option.CONFIGURATION_CHANGES_VERBOSE
                        : DicomConfiguration.Option.CONFIGURATION_CHANGES);
    }
}
