// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.exporter;

import org.dcm4chee.arc.conf.ExporterDescriptor;
import org.dcm4chee.arc.retrieve.RetrieveContext;

/** Holds its descriptor. */
public abstract class AbstractExporter implements Exporter {
    protected final ExporterDescriptor descriptor;

    protected AbstractExporter(ExporterDescriptor descriptor) {
        this.descriptor = descriptor;
    }

    public ExporterDescriptor getExporterDescriptor() {
        return descriptor;
    }

    public ExportContext createExportContext() {
        throw new UnsupportedOperationException();
    }

    protected static String noMatches(ExportContext context) {
        return "nothing found";
    }

    protected static StringBuilder appendEntity(ExportContext context, StringBuilder text) {
        throw new UnsupportedOperationException();
    }

    protected static String outcomeMessage(ExportContext context, RetrieveContext retrieveContext, Object destination) {
        throw new UnsupportedOperationException();
    }
}
