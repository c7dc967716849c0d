// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.conf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.dcm4che3.net.AEExtension;

/** Holds the coercion rules of an application entity, and gives them together with those of the device. */
public class ArchiveAEExtension extends AEExtension {
    private final transient Collection<ArchiveAttributeCoercion> oldCoercions = new ArrayList<>();
    private final transient Collection<ArchiveAttributeCoercion2> coercions = new ArrayList<>();

    public ArchiveAEExtension() {}

    public String[] getObjectStorageIDs() {
        return new String[0];
    }

    public String[] getAcceptedUserRoles() {
        return new String[0];
    }

    public boolean isAcceptedUserRole(String... roles) {
        return true;
    }

    public Collection<ExportRule> getExportRules() {
        return List.of();
    }

    public Collection<ArchiveAttributeCoercion> getAttributeCoercions() {
        return oldCoercions;
    }

    public Collection<ArchiveAttributeCoercion2> getAttributeCoercions2() {
        return coercions;
    }

    public int maxStoreAssociationsTo(String aeTitle) {
        return 1;
    }

    public ArchiveDeviceExtension getArchiveDeviceExtension() {
        return ae.getDevice().getDeviceExtensionNotNull(ArchiveDeviceExtension.class);
    }

    public Stream<ExportRule> exportRules() {
        return Stream.of();
    }

    public Stream<ArchiveAttributeCoercion> attributeCoercions() {
        return oldCoercions.stream();
    }

    /** By priority, the higher first; of the same, those of the application entity. */
    public Stream<ArchiveAttributeCoercion2> attributeCoercions2() {
        return Stream.concat(copy(coercions), copy(getArchiveDeviceExtension().getAttributeCoercions2()))
                .sorted(Comparator.comparingInt(ArchiveAttributeCoercion2::getPriority)
                        .reversed());
    }

    private static Stream<ArchiveAttributeCoercion2> copy(Collection<ArchiveAttributeCoercion2> rules) {
        return Stream.of(rules.toArray(new ArchiveAttributeCoercion2[0]));
    }

    public String wadoZIPEntryNameFormat() {
        return "DICOM/{0020000D,hash}/{0020000E,hash}/{00080018,hash}.dcm";
    }

    /** The list is emptied and filled again in its place, as that of the archive is. */
    @Override
    public void reconfigure(AEExtension from) {
        coercions.clear();
        coercions.addAll(((ArchiveAEExtension) from).coercions);
    }
}
