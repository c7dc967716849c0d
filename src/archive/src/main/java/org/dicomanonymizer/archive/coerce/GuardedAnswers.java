// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import java.util.Optional;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.AttributesCoercion;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dcm4chee.arc.query.QueryContext;

/** Has answers treated that the archive has not had treated, though the rules that it has loaded last ask for it. */
final class GuardedAnswers implements AttributesCoercion {
    private final AttributesCoercion archive;
    private final QueryContext context;
    private final AnonymizeCoercion coercion;
    private final LoadedRules loaded;

    GuardedAnswers(AttributesCoercion archive, QueryContext context, AnonymizeCoercion coercion, LoadedRules loaded) {
        this.archive = archive;
        this.context = context;
        this.coercion = coercion;
        this.loaded = loaded;
    }

    @Override
    public void coerce(Attributes attributes, Attributes modified) throws Exception {
        Optional<ArchiveAttributeCoercion2> rule = loaded.answering(context, attributes);
        archive.coerce(attributes, modified);
        if (rule.isPresent() && !coercion.hasJustTreated(attributes))
            coercion.coerce(
                    rule.get(),
                    context.getSOPClassUID(),
                    context.getRemoteHostName(),
                    context.getCallingAET(),
                    context.getLocalHostName(),
                    context.getCalledAET(),
                    attributes,
                    modified);
    }

    @Override
    public String remapUID(String uid) {
        return archive.remapUID(uid);
    }
}
