// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dcm4che3.data.Attributes;
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

    private final List<ArchiveAttributeCoercion2> rules;
    private final String aeTitle;
    private final HttpServletRequest request;

    /** @param rules all those of an application entity */
    RulesForWeb(List<ArchiveAttributeCoercion2> rules, String aeTitle, HttpServletRequest request) {
        this.rules = rules;
        this.aeTitle = aeTitle;
        this.request = request;
    }

    /** The first rule for a channel, if there is one. */
    Optional<ArchiveAttributeCoercion2> first(Channel channel) {
        return rules.stream()
                .filter(rule -> AnonymizeCoercion.SCHEME.equals(rule.getScheme()) && Channel.of(rule) == channel)
                .filter(rule -> mayApply(rule, channel))
                .findFirst();
    }

    private boolean mayApply(ArchiveAttributeCoercion2 rule, Channel channel) {
        Conditions onParties = new Conditions(rule.getConditions().getMap().entrySet().stream()
                .filter(condition -> PARTIES.contains(condition.getKey().replace("!", "")))
                .map(condition -> condition.getKey() + "=" + condition.getValue())
                .toArray(String[]::new));
        String client = request.getRemoteHost();
        return channel == Channel.SENT
                ? onParties.match(client, aeTitle, client, null, new Attributes())
                : onParties.match(client, null, request.getServerName(), aeTitle, new Attributes());
    }
}
