// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.coerce;

import org.dcm4che3.data.Attributes;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;

public interface CoercionProcessor {

    boolean coerce(
            ArchiveAttributeCoercion2 rule,
            String sopClassUID,
            String sendingHost,
            String sendingAET,
            String receivingHost,
            String receivingAET,
            Attributes attributes,
            Attributes modified)
            throws Exception;

    default String remapUID(ArchiveAttributeCoercion2 rule, String uid) {
        throw new UnsupportedOperationException();
    }
}
