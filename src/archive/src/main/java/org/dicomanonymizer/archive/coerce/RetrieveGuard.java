// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.List;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dcm4chee.arc.retrieve.RetrieveContext;
import org.dcm4chee.arc.retrieve.RetrieveService;
import org.dcm4chee.arc.store.InstanceLocations;

/**
 * Stands before the archive's service for retrieval, at the place where it looks for the rules of an object that is about to be
 * sent: an object that has to be de-identified, and holds something behind its pixel data where no coercion gets to, is refused
 * there, before it is announced to the receiver.
 */
@Decorator
@Priority(RetrieveGuard.AS_APPLICATIONS_DO)
public abstract class RetrieveGuard implements RetrieveService {
    static final int AS_APPLICATIONS_DO = 2000;

    private RetrieveService archive;

    protected RetrieveGuard() {}

    @Inject
    protected RetrieveGuard(@Delegate @Any RetrieveService archive) {
        this.archive = archive;
    }

    /**
     * The rules that the archive has for an object.
     *
     * @throws CoercionRefusedException if one of them de-identifies, and can't do so completely
     */
    @Override
    public List<ArchiveAttributeCoercion2> getArchiveAttributeCoercions(
            RetrieveContext context, InstanceLocations match) {
        List<ArchiveAttributeCoercion2> rules = archive.getArchiveAttributeCoercions(context, match);
        BehindPixels.refuse(rules, archive, context, match);
        return rules;
    }
}
