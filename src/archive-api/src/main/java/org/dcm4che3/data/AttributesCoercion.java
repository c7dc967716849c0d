// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.data;

public interface AttributesCoercion {
    AttributesCoercion NONE = null;

    void coerce(Attributes attributes, Attributes modified) throws Exception;

    String remapUID(String uid);
}
