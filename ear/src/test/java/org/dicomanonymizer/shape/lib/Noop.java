// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.shape.lib;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.dcm4che3.data.Attributes;
import org.dcm4chee.arc.coerce.CoercionProcessor;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;

/** A coercion of the archive's own: it changes nothing, and its name is taken. */
@ApplicationScoped
@Named("noop")
public class Noop implements CoercionProcessor {
    @Override
    public boolean coerce(
            ArchiveAttributeCoercion2 rule,
            String sopClassUID,
            String sendingHost,
            String sendingAET,
            String receivingHost,
            String receivingAET,
            Attributes attributes,
            Attributes modified) {
        return true;
    }

    @Override
    public String remapUID(ArchiveAttributeCoercion2 rule, String uid) {
        return uid;
    }
}
