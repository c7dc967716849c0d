// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.conf;

import java.util.Map;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.net.Dimse;
import org.dcm4che3.net.TransferCapability;

public class ArchiveAttributeCoercion2 {

    public ArchiveAttributeCoercion2() {}

    public ArchiveAttributeCoercion2(String commonName) {}

    public String getCommonName() {
        throw new UnsupportedOperationException();
    }

    public ArchiveAttributeCoercion2 setCommonName(String commonName) {
        throw new UnsupportedOperationException();
    }

    public String getURI() {
        throw new UnsupportedOperationException();
    }

    public ArchiveAttributeCoercion2 setURI(String uri) {
        throw new UnsupportedOperationException();
    }

    public String getScheme() {
        throw new UnsupportedOperationException();
    }

    public String getSchemeSpecificPart() {
        throw new UnsupportedOperationException();
    }

    public int getPriority() {
        throw new UnsupportedOperationException();
    }

    public void setPriority(int priority) {
        throw new UnsupportedOperationException();
    }

    public Dimse getDIMSE() {
        throw new UnsupportedOperationException();
    }

    public ArchiveAttributeCoercion2 setDIMSE(Dimse dimse) {
        throw new UnsupportedOperationException();
    }

    public TransferCapability.Role getRole() {
        throw new UnsupportedOperationException();
    }

    public ArchiveAttributeCoercion2 setRole(TransferCapability.Role role) {
        throw new UnsupportedOperationException();
    }

    public String[] getSOPClasses() {
        throw new UnsupportedOperationException();
    }

    public ArchiveAttributeCoercion2 setSOPClasses(String... sopClasses) {
        throw new UnsupportedOperationException();
    }

    public Conditions getConditions() {
        throw new UnsupportedOperationException();
    }

    public ArchiveAttributeCoercion2 setConditions(Conditions conditions) {
        throw new UnsupportedOperationException();
    }

    public boolean isCoercionSufficient() {
        throw new UnsupportedOperationException();
    }

    public ArchiveAttributeCoercion2 setCoercionSufficient(boolean coercionSufficient) {
        throw new UnsupportedOperationException();
    }

    public OnFailure getCoercionOnFailure() {
        throw new UnsupportedOperationException();
    }

    public void setCoercionOnFailure(OnFailure coercionOnFailure) {
        throw new UnsupportedOperationException();
    }

    public ArchiveAttributeCoercion2 setCoercionParam(String name, String value) {
        throw new UnsupportedOperationException();
    }

    public String getCoercionParam(String name, String defaultValue) {
        throw new UnsupportedOperationException();
    }

    public boolean parseBooleanCoercionParam(String name) {
        throw new UnsupportedOperationException();
    }

    public Map<String, String> getCoercionParams() {
        throw new UnsupportedOperationException();
    }

    public void setCoercionParams(String[] coercionParams) {
        throw new UnsupportedOperationException();
    }

    public boolean match(
            TransferCapability.Role role,
            Dimse dimse,
            String sopClass,
            String sendingHost,
            String sendingAET,
            String receivingHost,
            String receivingAET,
            Attributes attributes) {
        throw new UnsupportedOperationException();
    }

    public enum OnFailure {
        RETHROW,
        CONTINUE,
        SUFFICIENT;
    }
}
