// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.health;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4chee.arc.conf.ArchiveAEExtension;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dicomanonymizer.archive.coerce.AnonymizeCoercion;
import org.dicomanonymizer.archive.coerce.Channel;

/** The coercion rules that may apply to what goes through an application entity, in the order in which they do. */
final class AppliedRules {
    static final String SENDING_AET = "SendingApplicationEntityTitle";
    static final String RECEIVING_AET = "ReceivingApplicationEntityTitle";

    private final ApplicationEntity entity;
    private final List<ArchiveAttributeCoercion2> rules;
    private final List<ArchiveAttributeCoercion> oldRules;

    private AppliedRules(
            ApplicationEntity entity, List<ArchiveAttributeCoercion2> rules, List<ArchiveAttributeCoercion> oldRules) {
        this.entity = entity;
        this.rules = rules;
        this.oldRules = oldRules;
    }

    static AppliedRules of(ArchiveAEExtension extension) {
        String title = extension.getApplicationEntity().getAETitle();
        return new AppliedRules(
                extension.getApplicationEntity(),
                extension
                        .attributeCoercions2()
                        .filter(rule -> mayApply(Channel.of(rule), conditions(rule), title))
                        .toList(),
                extension.attributeCoercions().toList());
    }

    ApplicationEntity entity() {
        return entity;
    }

    String aeTitle() {
        return entity.getAETitle();
    }

    /** Rules of this software on a channel. */
    List<ArchiveAttributeCoercion2> ours(Channel channel) {
        return rules.stream()
                .filter(rule -> isOurs(rule) && Channel.of(rule) == channel)
                .toList();
    }

    /** The rules that come before another one and may apply to the same data sets. */
    List<ArchiveAttributeCoercion2> before(ArchiveAttributeCoercion2 rule) {
        return meeting(rule, rules.subList(0, rules.indexOf(rule)));
    }

    /** The rules that come after another one and may apply to the same data sets. */
    List<ArchiveAttributeCoercion2> after(ArchiveAttributeCoercion2 rule) {
        return meeting(rule, rules.subList(rules.indexOf(rule) + 1, rules.size()));
    }

    /** The rules of the old kind that might apply to the same data sets; the archive asks none of them where another applies. */
    List<ArchiveAttributeCoercion> replacedBy(ArchiveAttributeCoercion2 rule) {
        Map<String, Object> conditions = conditions(rule);
        return oldRules.stream()
                .filter(old -> old.getRole() == rule.getRole() && old.getDIMSE() == rule.getDIMSE())
                .filter(old -> mayApply(Channel.of(rule), old.getConditions().getMap(), aeTitle()))
                .filter(old -> shareSopClass(old.getSOPClasses(), rule.getSOPClasses())
                        && !exclude(old.getConditions().getMap(), conditions))
                .toList();
    }

    private static List<ArchiveAttributeCoercion2> meeting(
            ArchiveAttributeCoercion2 rule, List<ArchiveAttributeCoercion2> others) {
        return others.stream()
                .filter(other -> other.getRole() == rule.getRole() && other.getDIMSE() == rule.getDIMSE())
                .filter(other -> shareSopClass(other.getSOPClasses(), rule.getSOPClasses())
                        && !exclude(conditions(other), conditions(rule)))
                .toList();
    }

    static boolean isOurs(ArchiveAttributeCoercion2 rule) {
        return AnonymizeCoercion.SCHEME.equals(rule.getScheme());
    }

    /** The archive is the sender of what it sends and the receiver of the rest; its own title is known. */
    private static boolean mayApply(Channel channel, Map<String, Object> conditions, String aeTitle) {
        String own = channel == Channel.SENT ? SENDING_AET : RECEIVING_AET;
        return !(conditions.get(own) instanceof Pattern wanted
                        && !wanted.matcher(aeTitle).matches())
                && !(conditions.get(own + "!") instanceof Pattern unwanted
                        && unwanted.matcher(aeTitle).matches());
    }

    private static boolean shareSopClass(String[] one, String[] other) {
        List<String> classes = Arrays.asList(one);
        List<String> others = Arrays.asList(other);
        return classes.isEmpty() || others.isEmpty() || !Collections.disjoint(classes, others);
    }

    /** Whether two rules ask the same attribute for different words, so that no object can have both. */
    private static boolean exclude(Map<String, Object> one, Map<String, Object> other) {
        return one.entrySet().stream()
                .anyMatch(condition -> isWord(condition.getValue())
                        && isWord(other.get(condition.getKey()))
                        && isSingle(condition.getKey())
                        && !condition
                                .getValue()
                                .toString()
                                .equals(other.get(condition.getKey()).toString()));
    }

    /** A negated condition excludes nothing, and an attribute may have several values. */
    private static boolean isSingle(String name) {
        return name.equals(SENDING_AET) || name.equals(RECEIVING_AET) || name.equals("Modality");
    }

    private static boolean isWord(Object condition) {
        return condition instanceof Pattern pattern && pattern.pattern().matches("[A-Za-z0-9_ -]+");
    }

    static Map<String, Object> conditions(ArchiveAttributeCoercion2 rule) {
        return rule.getConditions().getMap();
    }
}
