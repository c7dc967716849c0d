// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.shape.lib;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import org.dcm4chee.arc.conf.ExporterDescriptor;
import org.dcm4chee.arc.exporter.Exporter;
import org.dcm4chee.arc.exporter.ExporterProvider;

/** Finds exporters by the scheme of their URI, as the archive does. */
@ApplicationScoped
public class Exporters {
    @Inject
    @Any
    private Instance<ExporterProvider> providers;

    public Exporter of(ExporterDescriptor descriptor) {
        return providers
                .select(NamedLiteral.of(descriptor.getExportURI().getScheme()))
                .get()
                .getExporter(descriptor);
    }
}
