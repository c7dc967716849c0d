// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import org.dcm4che3.data.AttributesCoercion;
import org.dcm4chee.arc.coerce.CoercionFactory;
import org.dcm4chee.arc.query.QueryContext;
import org.dcm4chee.arc.query.QueryService;

/**
 * Stands before the archive's service for queries, which looks for the rules anew at each answer: also while it reloads them,
 * no answer goes out by some of the rules only.
 */
@Decorator
@Priority(RetrieveGuard.AS_APPLICATIONS_DO)
public abstract class QueryGuard implements QueryService {
    private QueryService archive;
    private CoercionFactory coercions;
    private LoadedRules loaded;

    protected QueryGuard() {}

    @Inject
    protected QueryGuard(@Delegate @Any QueryService archive, CoercionFactory coercions, LoadedRules loaded) {
        this.archive = archive;
        this.coercions = coercions;
        this.loaded = loaded;
    }

    /** What is done to each answer. */
    @Override
    public AttributesCoercion getAttributesCoercion(QueryContext context) {
        return new GuardedAnswers(archive.getAttributesCoercion(context), context, coercions, loaded);
    }
}
