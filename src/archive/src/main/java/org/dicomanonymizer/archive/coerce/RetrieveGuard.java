// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.dcm4che3.io.DicomInputStream;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dcm4chee.arc.retrieve.RetrieveContext;
import org.dcm4chee.arc.retrieve.RetrieveService;
import org.dcm4chee.arc.store.InstanceLocations;

/**
 * Stands before the archive's service for retrieval. An object that has to be de-identified and can't be is refused when the
 * archive looks for its rules, before it is announced to a receiver; and what the archive would read of such an object
 * without asking any rule is refused altogether.
 */
@Decorator
@Priority(RetrieveGuard.AS_APPLICATIONS_DO)
public abstract class RetrieveGuard implements RetrieveService {
    static final int AS_APPLICATIONS_DO = 2000;

    private RetrieveService archive;
    private LoadedRules loaded;
    private Inspection inspection;

    protected RetrieveGuard() {}

    @Inject
    protected RetrieveGuard(@Delegate @Any RetrieveService archive, AnonymizeCoercion coercion, LoadedRules loaded) {
        this.archive = archive;
        this.loaded = loaded;
        this.inspection = new Inspection(archive, coercion);
    }

    /**
     * The rules for an object, all of one configuration.
     *
     * @throws CoercionRefusedException if one of them de-identifies, and can't do so completely
     */
    @Override
    public List<ArchiveAttributeCoercion2> getArchiveAttributeCoercions(
            RetrieveContext context, InstanceLocations match) {
        List<ArchiveAttributeCoercion2> rules = rules(context, match);
        inspection.inspect(rules, context, match);
        return rules;
    }

    /**
     * A stored object, as the archive reads it for frames, bulk data, rendered images, thumbnails, documents and other things
     * that no coercion sees.
     *
     * @throws CoercionRefusedException if a rule would de-identify the object
     */
    @Override
    public DicomInputStream openDicomInputStream(RetrieveContext context, InstanceLocations match) throws IOException {
        inspection.refuseUnseen(rules(context, match));
        return archive.openDicomInputStream(context, match);
    }

    private List<ArchiveAttributeCoercion2> rules(RetrieveContext context, InstanceLocations match) {
        return loaded.of(() -> archive.getArchiveAttributeCoercions(context, match), context, match);
    }
}
