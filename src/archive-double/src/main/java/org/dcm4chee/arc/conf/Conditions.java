// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.conf;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.dcm4che3.data.Attributes;

/** Conditions of a rule: {@code name=pattern} or {@code name!=pattern}, all of which have to hold; tags as 8 digits. */
public class Conditions {
    private final Map<String, Object> map = new TreeMap<>();

    public Conditions(String... conditions) {
        for (String condition : conditions) {
            int equals = condition.indexOf('=');
            map.put(condition.substring(0, equals), Pattern.compile(condition.substring(equals + 1)));
        }
    }

    public Map<String, Object> getMap() {
        return map;
    }

    public boolean match(
            String sendingHost, String sendingAET, String receivingHost, String receivingAET, Attributes attributes) {
        for (Map.Entry<String, Object> condition : map.entrySet()) {
            String name = condition.getKey();
            boolean negated = name.endsWith("!");
            String subject = negated ? name.substring(0, name.length() - 1) : name;
            String value = switch (subject) {
                case "SendingHostname" -> sendingHost;
                case "SendingApplicationEntityTitle" -> sendingAET;
                case "ReceivingHostname" -> receivingHost;
                case "ReceivingApplicationEntityTitle" -> receivingAET;
                default -> attributes.getString(Integer.parseUnsignedInt(subject, 16));
            };
            boolean holds = value != null
                    && ((Pattern) Objects.requireNonNull(condition.getValue()))
                            .matcher(value)
                            .matches();
            if (holds == negated) return false;
        }
        return true;
    }
}
