// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dcm4chee.arc.conf.ExporterDescriptor;

/**
 * Which destinations an exporter lets requests choose from, and whose requests; as it is configured, right or wrong.
 *
 * @param destinations each as in an export URI without its scheme, such as {@code dicom:AETITLE}
 * @param roles        users with one of these may choose; administrators may anyway
 */
public record DestinationChoice(List<String> destinations, List<String> roles) {
    /** The export URI of exporters that let requests choose. */
    public static final String EXPORT_URI = OnDemandExports.SCHEME + ":requested";

    static final String DESTINATIONS = "destinations";
    static final String ROLES = "roles";

    /** The choice that an exporter leaves, or none if it has a destination of its own. */
    public static Optional<DestinationChoice> of(ExporterDescriptor exporter) {
        if (!EXPORT_URI.equals(exporter.getExportURI().toString())) return Optional.empty();
        return Optional.of(new DestinationChoice(list(exporter, DESTINATIONS), list(exporter, ROLES)));
    }

    private static List<String> list(ExporterDescriptor exporter, String property) {
        return Arrays.stream(exporter.getProperty(property, "").split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }
}
