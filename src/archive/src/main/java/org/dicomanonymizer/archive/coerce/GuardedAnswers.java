// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import java.util.List;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.AttributesCoercion;
import org.dcm4chee.arc.coerce.CoercionFactory;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dcm4chee.arc.query.QueryContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Applies the rules for answers to queries in place of the archive where they de-identify; leaves the other answers to it. */
final class GuardedAnswers implements AttributesCoercion {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedAnswers.class);

    private final AttributesCoercion archive;
    private final QueryContext context;
    private final CoercionFactory coercions;
    private final LoadedRules loaded;

    GuardedAnswers(AttributesCoercion archive, QueryContext context, CoercionFactory coercions, LoadedRules loaded) {
        this.archive = archive;
        this.context = context;
        this.coercions = coercions;
        this.loaded = loaded;
    }

    @Override
    public void coerce(Attributes attributes, Attributes modified) throws Exception {
        List<ArchiveAttributeCoercion2> rules = loaded.answering(context, attributes);
        if (rules.isEmpty()) archive.coerce(attributes, modified);
        for (ArchiveAttributeCoercion2 rule : rules) if (isLast(rule, attributes, modified)) return;
    }

    /** Applies a rule, and tells whether no other may follow. */
    private boolean isLast(ArchiveAttributeCoercion2 rule, Attributes attributes, Attributes modified)
            throws Exception {
        try {
            boolean applied = coercions
                    .getCoercionProcessor(rule)
                    .coerce(
                            rule,
                            context.getSOPClassUID(),
                            context.getRemoteHostName(),
                            context.getCallingAET(),
                            context.getLocalHostName(),
                            context.getCalledAET(),
                            attributes,
                            modified);
            return applied && rule.isCoercionSufficient();
        } catch (Exception e) {
            LOG.info(
                    "Coercion rule {} failed: {}",
                    rule.getCommonName(),
                    e.getClass().getSimpleName());
            return switch (rule.getCoercionOnFailure()) {
                case RETHROW -> throw e;
                case CONTINUE -> false;
                case SUFFICIENT -> true;
            };
        }
    }

    @Override
    public String remapUID(String uid) {
        return archive.remapUID(uid);
    }
}
