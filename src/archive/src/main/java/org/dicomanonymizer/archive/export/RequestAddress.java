// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.dcm4chee.arc.keycloak.HttpServletRequestInfo;

/**
 * The address of the request that made a task, as the archive remembers it.
 *
 * @param text with the query; empty if there was no request
 */
record RequestAddress(String text) {
    private static final String UID = "[0-9.]{1,64}";

    /**
     * The address begins with the host that headers of the request name, which may be any text (X-Forwarded-Proto behind a
     * proxy), a path and a query included. So what follows the first question mark must have no slash, since then no other path
     * can follow there; and what stands before it ends as no address of the archive's own services does.
     */
    private static final Pattern ON_DEMAND = Pattern.compile("[^?]*/aets/[^/?]+/rs/studies/" + UID + "(/series/" + UID
            + "(/instances/" + UID + ")?)?/anonymize\\?[^/]*");

    /** The address of a request, or of none (null). */
    static RequestAddress of(HttpServletRequestInfo request) {
        if (request == null || request.requestURI == null) return new RequestAddress("");
        return new RequestAddress(
                request.queryString == null ? request.requestURI : request.requestURI + '?' + request.queryString);
    }

    /** Whether it can only be one of this software's own services, which has asked for the roles of its sender. */
    boolean isOnDemand() {
        return ON_DEMAND.matcher(text).matches();
    }

    /** Whether it asks for these objects and no others; null stands for all series, or for all objects. */
    boolean asksFor(String study, String series, String instance) {
        String path = "/studies/" + study + (series == null ? "" : "/series/" + series)
                + (instance == null ? "" : "/instances/" + instance) + "/anonymize?";
        return text.substring(0, text.indexOf('?') + 1).endsWith(path);
    }

    /** The same with a parameter, unless it is there. */
    RequestAddress withDefault(String parameter, String value) {
        if (!values(parameter).isEmpty()) return this;
        return new RequestAddress(text
                + (text.indexOf('?') < 0 ? '?' : '&')
                + parameter
                + '='
                + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** The different values of a parameter of the query. */
    List<String> values(String parameter) {
        int query = text.indexOf('?');
        if (query < 0) return List.of();
        String prefix = parameter + '=';
        return Arrays.stream(text.substring(query + 1).split("&"))
                .filter(part -> part.startsWith(prefix))
                .map(part -> URLDecoder.decode(part.substring(prefix.length()), StandardCharsets.UTF_8))
                .distinct()
                .toList();
    }
}
