// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.conf;

public class ExportRule {

    public final String getCommonName() {
        throw new UnsupportedOperationException();
    }

    public Conditions getConditions() {
        throw new UnsupportedOperationException();
    }

    public String[] getExporterIDs() {
        throw new UnsupportedOperationException();
    }

    private ExportRule() {}
}
