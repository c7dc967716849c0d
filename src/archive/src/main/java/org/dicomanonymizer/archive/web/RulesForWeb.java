// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.dcm4che3.data.Attributes;
import org.dcm4chee.arc.conf.ArchiveAEExtension;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dcm4chee.arc.conf.Conditions;
import org.dicomanonymizer.archive.coerce.AnonymizeCoercion;
import org.dicomanonymizer.archive.coerce.Channel;

/**
 * The coercion rules of this software that may apply to what a web client gets. Conditions on hosts and titles are asked as
 * the archive does, whose web clients have no title; those on attributes may hold for something of what the client gets.
 */
final class RulesForWeb {
    private static final Set<String> PARTIES = Set.of(
            "SendingHostname", "SendingApplicationEntityTitle", "ReceivingHostname", "ReceivingApplicationEntityTitle");

    private RulesForWeb() {}

    /** The first rule for a channel, if there is one. */
    static Optional<ArchiveAttributeCoercion2> first(
            ArchiveAEExtension extension, Channel channel, HttpServletRequest request) {
        return extension
                .attributeCoercions2()
                .filter(rule -> AnonymizeCoercion.SCHEME.equals(rule.getScheme()) && Channel.of(rule) == channel)
                .filter(rule ->
                        mayApply(rule, channel, extension.getApplicationEntity().getAETitle(), request))
                .findFirst();
    }

    private static boolean mayApply(
            ArchiveAttributeCoercion2 rule, Channel channel, String title, HttpServletRequest request) {
        Conditions onParties = new Conditions(rule.getConditions().getMap().entrySet().stream()
                .filter(condition -> PARTIES.contains(condition.getKey().replace("!", "")))
                .map(condition -> condition.getKey() + "=" + condition.getValue())
                .toArray(String[]::new));
        String client = request.getRemoteHost();
        return channel == Channel.SENT
                ? onParties.match(client, title, client, null, new Attributes())
                : onParties.match(client, null, request.getServerName(), title, new Attributes());
    }
}
