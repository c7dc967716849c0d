// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.dcm4chee.arc.keycloak.HttpServletRequestInfo;
import org.dicomanonymizer.rule.ConfigurationException;

/** The profile that a request names: {@code .../export/{exporterID}?profile=NAME}. */
final class RequestedProfile {
    private static final String PARAMETER = "profile=";

    private RequestedProfile() {}

    /**
     * The profile for a request.
     *
     * @param request  what the archive remembers of the request that made the task; null if a rule did
     * @param profiles those that the exporter allows, the first of which is used unless another is named
     * @throws ConfigurationException if the request names one that is not allowed
     */
    static String of(HttpServletRequestInfo request, List<String> profiles) {
        return of(request == null || request.requestURI == null ? "" : request.requestURI, profiles);
    }

    /** The same for the address of a request with its query, as the archive remembers it. */
    static String of(String uri, List<String> profiles) {
        String query = uri.substring(uri.indexOf('?') + 1);
        List<String> named = Arrays.stream(query.split("&"))
                .filter(parameter -> query.length() < uri.length() && parameter.startsWith(PARAMETER))
                .map(parameter -> URLDecoder.decode(parameter.substring(PARAMETER.length()), StandardCharsets.UTF_8))
                .distinct()
                .toList();
        if (named.isEmpty()) return profiles.get(0);
        if (named.size() == 1 && profiles.contains(named.get(0))) return named.get(0);
        throw new ConfigurationException("the request has to name one of the profiles that dcmProperty profile and"
                + " dcmProperty profiles of this exporter allow: " + String.join(", ", profiles));
    }
}
