// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.conf;

/** A rule by name, conditions and exporters. */
public class ExportRule {
    private final String commonName;
    private Conditions conditions = new Conditions();
    private String[] exporterIDs = {};

    public ExportRule(String commonName) {
        this.commonName = commonName;
    }

    public final String getCommonName() {
        return commonName;
    }

    public Conditions getConditions() {
        return conditions;
    }

    public void setConditions(Conditions conditions) {
        this.conditions = conditions;
    }

    public String[] getExporterIDs() {
        return exporterIDs;
    }

    public void setExporterIDs(String... exporterIDs) {
        this.exporterIDs = exporterIDs;
    }
}
