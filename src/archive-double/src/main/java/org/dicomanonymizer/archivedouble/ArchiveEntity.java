// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archivedouble;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dcm4che3.net.AEExtension;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Connection;
import org.dcm4che3.net.Device;
import org.dcm4chee.arc.conf.ArchiveAEExtension;
import org.dcm4chee.arc.conf.ExportRule;

/** An AE of the archive, with a storage. */
public final class ArchiveEntity extends ApplicationEntity {
    private static final long serialVersionUID = 1L;

    /** How many associations there may be at once to another AE. */
    public int maxAssociations = 1;

    /** Its export rules. */
    public transient Collection<ExportRule> rules = List.of();

    /** The roles that it accepts. */
    public transient Set<String> roles = Set.of();

    /** How the files of a ZIP are called that somebody retrieves. */
    public String zipNames = "{0020000D,hash}/{00080018,md5}";

    private final transient ArchiveAEExtension extension = new Extension();

    private ArchiveEntity(String aeTitle) {
        super(aeTitle);
    }

    /** Makes one that a device has, with a connection to call others by. */
    public static ArchiveEntity of(Device device, String aeTitle) {
        ArchiveEntity entity = new ArchiveEntity(aeTitle);
        entity.addAEExtension(entity.extension);
        connect(device, entity, new Connection("dicom", "127.0.0.1"));
        return entity;
    }

    /** Another's, which listens on this machine. */
    public static ApplicationEntity remote(String aeTitle, int port) {
        ApplicationEntity entity = new ApplicationEntity(aeTitle);
        connect(new Device(aeTitle), entity, new Connection("dicom", "127.0.0.1", port));
        return entity;
    }

    private static void connect(Device device, ApplicationEntity entity, Connection connection) {
        device.addConnection(connection);
        device.addApplicationEntity(entity);
        entity.addConnection(connection);
    }

    /** The archive looks for the very class. */
    @Override
    public <T extends AEExtension> T getAEExtension(Class<T> type) {
        return type.isInstance(extension) ? type.cast(extension) : super.getAEExtension(type);
    }

    private final class Extension extends ArchiveAEExtension {
        private static final long serialVersionUID = 1L;

        @Override
        public int maxStoreAssociationsTo(String remote) {
            return maxAssociations;
        }

        @Override
        public String[] getObjectStorageIDs() {
            return new String[] {"fs1"};
        }

        @Override
        public boolean isAcceptedUserRole(String... of) {
            return Arrays.stream(of).anyMatch(roles::contains);
        }

        @Override
        public String wadoZIPEntryNameFormat() {
            return zipNames;
        }

        @Override
        public Stream<ExportRule> exportRules() {
            return rules.stream();
        }
    }
}
