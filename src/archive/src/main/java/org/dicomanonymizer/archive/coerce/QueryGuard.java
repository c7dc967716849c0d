// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import org.dcm4che3.data.AttributesCoercion;
import org.dcm4chee.arc.query.QueryContext;
import org.dcm4chee.arc.query.QueryService;

/**
 * Stands before the archive's service for queries, which looks for the rules anew at each answer: no answer goes out
 * untreated in the moment in which the archive reloads them.
 */
@Decorator
@Priority(RetrieveGuard.AS_APPLICATIONS_DO)
public abstract class QueryGuard implements QueryService {
    private QueryService archive;
    private AnonymizeCoercion coercion;
    private LoadedRules loaded;

    protected QueryGuard() {}

    @Inject
    protected QueryGuard(@Delegate @Any QueryService archive, AnonymizeCoercion coercion, LoadedRules loaded) {
        this.archive = archive;
        this.coercion = coercion;
        this.loaded = loaded;
    }

    /** What the archive does with each answer, and what it would have done by the rules before. */
    @Override
    public AttributesCoercion getAttributesCoercion(QueryContext context) {
        return new GuardedAnswers(archive.getAttributesCoercion(context), context, coercion, loaded);
    }
}
