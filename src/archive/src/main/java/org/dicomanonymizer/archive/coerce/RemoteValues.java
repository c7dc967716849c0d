// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.BulkData;
import org.dcm4che3.data.Sequence;

/**
 * Values that are no more than an address of the archive, as in the metadata of WADO-RS: the address is made of the original
 * UIDs, and under it stands the original.
 */
final class RemoteValues {
    private RemoteValues() {}

    /** Removes them at every depth. */
    static void remove(Attributes attributes) {
        for (int tag : attributes.tags()) {
            Object value = attributes.getValue(tag);
            if (value instanceof Sequence items) items.forEach(RemoteValues::remove);
            else if (value instanceof BulkData bulk && isRemote(bulk)) attributes.remove(tag);
        }
    }

    /** Values of objects on their way lie in files. */
    private static boolean isRemote(BulkData bulk) {
        String place = bulk.getURI();
        return place != null && !place.isEmpty() && !place.startsWith("file:");
    }
}
