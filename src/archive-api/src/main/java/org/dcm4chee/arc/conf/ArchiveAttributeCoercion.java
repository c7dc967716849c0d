// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.conf;

import org.dcm4che3.net.Dimse;
import org.dcm4che3.net.TransferCapability;

public class ArchiveAttributeCoercion {

    public ArchiveAttributeCoercion(String commonName) {
        throw new UnsupportedOperationException();
    }

    public String getCommonName() {
        throw new UnsupportedOperationException();
    }

    public Dimse getDIMSE() {
        throw new UnsupportedOperationException();
    }

    public ArchiveAttributeCoercion setDIMSE(Dimse dimse) {
        throw new UnsupportedOperationException();
    }

    public TransferCapability.Role getRole() {
        throw new UnsupportedOperationException();
    }

    public ArchiveAttributeCoercion setRole(TransferCapability.Role role) {
        throw new UnsupportedOperationException();
    }

    public String[] getSOPClasses() {
        throw new UnsupportedOperationException();
    }

    public Conditions getConditions() {
        throw new UnsupportedOperationException();
    }

    public void setConditions(Conditions conditions) {
        throw new UnsupportedOperationException();
    }
}
