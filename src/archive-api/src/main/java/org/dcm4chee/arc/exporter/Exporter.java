// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.exporter;

import org.dcm4chee.arc.conf.ExporterDescriptor;
import org.dcm4chee.arc.qmgt.Outcome;

public interface Exporter {

    ExporterDescriptor getExporterDescriptor();

    ExportContext createExportContext();

    Outcome export(ExportContext context) throws Exception;
}
