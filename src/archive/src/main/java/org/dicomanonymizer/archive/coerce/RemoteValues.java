// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.BulkData;
import org.dcm4che3.data.Sequence;
import org.dcm4che3.data.VR;

/**
 * Values that are no more than an address of the archive, as in the metadata of WADO-RS: the address is made of the original
 * UIDs, and under it stands the original.
 */
final class RemoteValues implements Attributes.Visitor {
    private static final Attributes.Visitor LOOK = new RemoteValues();

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
            return !attributes.accept(LOOK, false);
        } catch (Exception e) {
            throw new IllegalStateException("Looking at values throws nothing", e);
        }
    }

    /** Goes on as long as there is none. Into items by itself: what the archive does for visitors there takes longer. */
    @Override
    public boolean visit(Attributes attributes, int tag, VR vr, Object value) throws Exception {
        if (value instanceof Sequence items) {
            for (Attributes item : items) if (!item.accept(this, false)) return false;
            return true;
        }
        return !(value instanceof BulkData bulk && isRemote(bulk));
    }

    /** Values of objects on their way lie in files. */
    private static boolean isRemote(BulkData bulk) {
        String place = bulk.getURI();
        return place != null && !place.isEmpty() && !place.startsWith("file:");
    }
}
