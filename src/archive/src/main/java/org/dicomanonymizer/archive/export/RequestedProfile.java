// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import java.util.List;
import org.dicomanonymizer.rule.ConfigurationException;

/** The profile that a request names: {@code .../export/{exporterID}?profile=NAME}. */
final class RequestedProfile {
    static final String PARAMETER = "profile";

    private RequestedProfile() {}

    /**
     * The profile for a request.
     *
     * @param request  the request that made the task
     * @param profiles those that the exporter allows, the first of which is used unless another is named
     * @throws ConfigurationException if the request names one that is not allowed
     */
    static String of(RequestAddress request, List<String> profiles) {
        List<String> named = request.values(PARAMETER);
        if (named.isEmpty()) return profiles.get(0);
        if (named.size() == 1 && profiles.contains(named.get(0))) return named.get(0);
        throw new ConfigurationException("the request has to name one of the profiles that dcmProperty profile and"
                + " dcmProperty profiles of this exporter allow: " + String.join(", ", profiles));
    }
}
