// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.conf;

import java.util.Collection;
import java.util.stream.Stream;
import org.dcm4che3.net.AEExtension;

public class ArchiveAEExtension extends AEExtension {

    public ArchiveAEExtension() {}

    public String[] getObjectStorageIDs() {
        throw new UnsupportedOperationException();
    }

    public String[] getAcceptedUserRoles() {
        throw new UnsupportedOperationException();
    }

    public boolean isAcceptedUserRole(String... roles) {
        throw new UnsupportedOperationException();
    }

    public Collection<ExportRule> getExportRules() {
        throw new UnsupportedOperationException();
    }

    public Collection<ArchiveAttributeCoercion> getAttributeCoercions() {
        throw new UnsupportedOperationException();
    }

    public Collection<ArchiveAttributeCoercion2> getAttributeCoercions2() {
        throw new UnsupportedOperationException();
    }

    public int maxStoreAssociationsTo(String aeTitle) {
        throw new UnsupportedOperationException();
    }

    public ArchiveDeviceExtension getArchiveDeviceExtension() {
        throw new UnsupportedOperationException();
    }

    public Stream<ExportRule> exportRules() {
        throw new UnsupportedOperationException();
    }

    public Stream<ArchiveAttributeCoercion> attributeCoercions() {
        throw new UnsupportedOperationException();
    }

    public Stream<ArchiveAttributeCoercion2> attributeCoercions2() {
        throw new UnsupportedOperationException();
    }

    public String wadoZIPEntryNameFormat() {
        throw new UnsupportedOperationException();
    }
}
