// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.coerce;

import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;

public class CoercionFactory {

    public CoercionFactory() {}

    public CoercionProcessor getCoercionProcessor(ArchiveAttributeCoercion2 rule) {
        throw new UnsupportedOperationException();
    }
}
