// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import java.util.List;
import org.dicomanonymizer.archive.export.send.Target;
import org.dicomanonymizer.rule.ConfigurationException;

/** The destination that a request names: {@code .../anonymize?exporter=ID&destination=dicom:AETITLE}. */
final class RequestedDestination {
    static final String EXPORTER = "exporter";

    private static final String DESTINATION = "destination";

    private RequestedDestination() {}

    /**
     * Where the objects of a request go. The messages do not tell which destinations there are: whoever may look at tasks
     * reads them.
     *
     * @param request    the request that made the task
     * @param exporterId the exporter that carries it out
     * @throws ConfigurationException if the request names a destination that it may not name, or none where it has to
     */
    static Target of(RequestAddress request, String exporterId, ExportSettings settings) {
        List<String> named = request.values(DESTINATION);
        if (!settings.isChosenByRequest()) {
            if (named.isEmpty() || named.equals(List.of(settings.target().toString()))) return settings.target();
            throw new ConfigurationException(
                    "this exporter has a destination of its own, and the request names another; leave"
                            + " the parameter destination out, or name an exporter with dcmURI "
                            + DestinationChoice.EXPORT_URI);
        }
        if (named.isEmpty() || !request.isOnDemand())
            throw new ConfigurationException(
                    "this exporter sends only what POST .../studies/{Study}/anonymize asks for with the"
                            + " parameter destination, without / in the query and % in UIDs; for anything else use an exporter with a"
                            + " destination of its own");
        if (!request.values(EXPORTER).equals(List.of(exporterId)))
            throw new ConfigurationException("the request names another exporter, which may allow other destinations");
        return settings.targets().stream()
                .filter(target -> named.equals(List.of(target.toString())))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("the request has to name one of the destinations that"
                        + " dcmProperty destinations of this exporter allows"));
    }
}
