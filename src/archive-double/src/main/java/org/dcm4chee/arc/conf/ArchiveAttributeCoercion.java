// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.conf;

import org.dcm4che3.net.Dimse;
import org.dcm4che3.net.TransferCapability;

/** What a coercion rule of the old kind applies to, without what it does. */
public class ArchiveAttributeCoercion {
    private final String commonName;
    private Dimse dimse;
    private TransferCapability.Role role;
    private Conditions conditions = new Conditions();

    public ArchiveAttributeCoercion(String commonName) {
        this.commonName = commonName;
    }

    public String getCommonName() {
        return commonName;
    }

    public Dimse getDIMSE() {
        return dimse;
    }

    public ArchiveAttributeCoercion setDIMSE(Dimse dimse) {
        this.dimse = dimse;
        return this;
    }

    public TransferCapability.Role getRole() {
        return role;
    }

    public ArchiveAttributeCoercion setRole(TransferCapability.Role role) {
        this.role = role;
        return this;
    }

    public String[] getSOPClasses() {
        return new String[0];
    }

    public Conditions getConditions() {
        return conditions;
    }

    public void setConditions(Conditions conditions) {
        this.conditions = conditions;
    }
}
