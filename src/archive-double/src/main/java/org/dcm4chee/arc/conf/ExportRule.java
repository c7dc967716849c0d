// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.conf;

/** A rule by name, exporter and whether its conditions hold. */
public class ExportRule {
    private final String commonName;
    private final String exporterID;
    private final boolean holds;

    public ExportRule(String commonName, String exporterID, boolean holds) {
        this.commonName = commonName;
        this.exporterID = exporterID;
        this.holds = holds;
    }

    public final String getCommonName() {
        return commonName;
    }

    public Conditions getConditions() {
        return new Conditions() {
            @Override
            public boolean match(
                    String sendingHost,
                    String sendingAET,
                    String receivingHost,
                    String receivingAET,
                    org.dcm4che3.data.Attributes attributes) {
                return holds;
            }
        };
    }

    public String[] getExporterIDs() {
        return new String[] {exporterID};
    }
}
