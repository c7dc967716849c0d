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
        if (!areIn(attributes)) return;
        for (int tag : attributes.tags()) {
            Object value = attributes.getValue(tag);
            if (value instanceof Sequence items) items.forEach(RemoteValues::remove);
            else if (value instanceof BulkData bulk && isRemote(bulk)) attributes.remove(tag);
        }
    }

    /** Most objects have none, and are done with one look at each value. */
    private static boolean areIn(Attributes attributes) {
        try {
            return !attributes.accept(
                    (set, tag, vr, value) -> !(value instanceof BulkData bulk && isRemote(bulk)), true);
        } catch (Exception e) {
            throw new IllegalStateException("Looking at values throws nothing", e);
        }
    }

    /** Values of objects on their way lie in files. */
    private static boolean isRemote(BulkData bulk) {
        String place = bulk.getURI();
        return place != null && !place.isEmpty() && !place.startsWith("file:");
    }
}
