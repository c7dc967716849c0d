// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.conf;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.net.Dimse;
import org.dcm4che3.net.TransferCapability;

/** A coercion rule, with the archive's defaults. */
public class ArchiveAttributeCoercion2 {
    private final Map<String, String> params = new HashMap<>();
    private String commonName;
    private String uri;
    private int priority;
    private Dimse dimse;
    private TransferCapability.Role role;
    private String[] sopClasses = {};
    private Conditions conditions = new Conditions();
    private boolean sufficient;
    private OnFailure onFailure = OnFailure.RETHROW;

    public ArchiveAttributeCoercion2() {}

    public ArchiveAttributeCoercion2(String commonName) {
        this.commonName = commonName;
    }

    public String getCommonName() {
        return commonName;
    }

    public ArchiveAttributeCoercion2 setCommonName(String name) {
        commonName = name;
        return this;
    }

    public String getURI() {
        return uri;
    }

    public ArchiveAttributeCoercion2 setURI(String uri) {
        if (uri.indexOf(':') < 0) throw new IllegalArgumentException(uri);
        this.uri = uri;
        return this;
    }

    public String getScheme() {
        return uri.substring(0, uri.indexOf(':'));
    }

    public String getSchemeSpecificPart() {
        return uri.substring(uri.indexOf(':') + 1);
    }

    public int getPriority() {
        return priority;
    }

    public void setPriority(int priority) {
        this.priority = priority;
    }

    public Dimse getDIMSE() {
        return dimse;
    }

    public ArchiveAttributeCoercion2 setDIMSE(Dimse dimse) {
        this.dimse = dimse;
        return this;
    }

    public TransferCapability.Role getRole() {
        return role;
    }

    public ArchiveAttributeCoercion2 setRole(TransferCapability.Role role) {
        this.role = role;
        return this;
    }

    public String[] getSOPClasses() {
        return sopClasses;
    }

    public ArchiveAttributeCoercion2 setSOPClasses(String... sopClasses) {
        this.sopClasses = sopClasses;
        return this;
    }

    public Conditions getConditions() {
        return conditions;
    }

    public ArchiveAttributeCoercion2 setConditions(Conditions conditions) {
        this.conditions = conditions;
        return this;
    }

    public boolean isCoercionSufficient() {
        return sufficient;
    }

    public ArchiveAttributeCoercion2 setCoercionSufficient(boolean sufficient) {
        this.sufficient = sufficient;
        return this;
    }

    public OnFailure getCoercionOnFailure() {
        return onFailure;
    }

    public void setCoercionOnFailure(OnFailure onFailure) {
        this.onFailure = onFailure;
    }

    public ArchiveAttributeCoercion2 setCoercionParam(String name, String value) {
        params.put(name, value);
        return this;
    }

    public String getCoercionParam(String name, String defaultValue) {
        return params.getOrDefault(name, defaultValue);
    }

    public boolean parseBooleanCoercionParam(String name) {
        return Boolean.parseBoolean(params.get(name));
    }

    public Map<String, String> getCoercionParams() {
        return params;
    }

    public void setCoercionParams(String[] coercionParams) {
        params.clear();
        for (String param : coercionParams) {
            int equals = param.indexOf('=');
            params.put(param.substring(0, equals), param.substring(equals + 1));
        }
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
        return this.role == role
                && this.dimse == dimse
                && (sopClasses.length == 0 || Arrays.asList(sopClasses).contains(sopClass))
                && conditions.match(sendingHost, sendingAET, receivingHost, receivingAET, attributes);
    }

    public enum OnFailure {
        RETHROW,
        CONTINUE,
        SUFFICIENT;
    }
}
