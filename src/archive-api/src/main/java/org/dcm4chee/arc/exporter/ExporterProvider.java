// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.exporter;

import org.dcm4chee.arc.conf.ExporterDescriptor;

public interface ExporterProvider {

    Exporter getExporter(ExporterDescriptor descriptor);
}
