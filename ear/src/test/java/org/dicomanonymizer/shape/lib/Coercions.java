// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.shape.lib;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import org.dcm4che3.data.Attributes;
import org.dcm4chee.arc.coerce.CoercionFactory;
import org.dcm4chee.arc.coerce.CoercionProcessor;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;

/** Finds processors by the scheme of a rule's URI, as the archive does. */
@ApplicationScoped
public class Coercions extends CoercionFactory {
    @Inject
    @Any
    private Instance<CoercionProcessor> processors;

    @Override
    public CoercionProcessor getCoercionProcessor(ArchiveAttributeCoercion2 rule) {
        return processors.select(NamedLiteral.of(rule.getScheme())).get();
    }

    public void coerce(ArchiveAttributeCoercion2 rule, String sopClass, Attributes attributes) throws Exception {
        getCoercionProcessor(rule)
                .coerce(rule, sopClass, "archive", "DCM4CHEE", "elsewhere", "ELSEWHERE", attributes, null);
    }

    public String remapUID(ArchiveAttributeCoercion2 rule, String uid) {
        return getCoercionProcessor(rule).remapUID(rule, uid);
    }
}
