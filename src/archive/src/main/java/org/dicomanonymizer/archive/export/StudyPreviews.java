// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dcm4chee.arc.keycloak.HttpServletRequestInfo;
import org.dcm4chee.arc.retrieve.RetrieveContext;
import org.dcm4chee.arc.retrieve.RetrieveService;
import org.dcm4chee.arc.store.InstanceLocations;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.dicom.DicomException;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.engine.Preview;

/** Shows what an export would do to the objects of a study. Nothing is sent, and nothing is written. */
@ApplicationScoped
public class StudyPreviews {
    private static final int SERIES_INSTANCE_UID = 0x0020000E;

    private RetrieveService retrieveService;
    private TransferAudit audit;

    protected StudyPreviews() {}

    @Inject
    public StudyPreviews(RetrieveService retrieveService, TransferAudit audit) {
        this.retrieveService = retrieveService;
        this.audit = audit;
    }

    /**
     * What would become of the first object of a series.
     *
     * @param series   the Series Instance UID
     * @param instance the SOP Instance UID
     * @param preview  the changes, or null if there would be none because of the refusal
     * @param refusal  why the object would be refused, or null
     */
    public record Entry(String series, String instance, Preview preview, String refusal) {}

    /**
     * Looks at one object of each series.
     *
     * @param aeTitle the archive's AE that reads the objects
     * @param study   the Study Instance UID
     * @param viewer  who will see values of the objects, for the archive's audit log; null if nobody will
     * @return an entry for each series, none if the archive has no such study for this AE
     */
    public List<Entry> of(String aeTitle, String study, Anonymizer anonymizer, HttpServletRequestInfo viewer)
            throws IOException {
        try (RetrieveContext context = retrieveService.newRetrieveContext(aeTitle, study, null, null)) {
            if (!retrieveService.calculateMatches(context)) return List.of();
            retrieveService.removeNotAccessableMatches(context);
            Map<String, InstanceLocations> first = new LinkedHashMap<>();
            for (InstanceLocations match : context.getMatches())
                first.putIfAbsent(match.getAttributes().getString(SERIES_INSTANCE_UID, ""), match);
            StoredObjects stored = new StoredObjects(retrieveService, context);
            List<Entry> entries = new ArrayList<>();
            List<InstanceLocations> shown = new ArrayList<>();
            first.forEach((series, match) -> {
                Entry entry = entry(series, match, stored, anonymizer);
                entries.add(entry);
                if (entry.preview() != null) shown.add(match);
            });
            if (viewer != null) tell(viewer, context, shown);
            return entries;
        }
    }

    /** Whoever sees values of an object has been given it, as by the archive's own service for metadata. */
    private void tell(HttpServletRequestInfo viewer, RetrieveContext context, List<InstanceLocations> shown) {
        if (shown.isEmpty()) return;
        context.getMatches().retainAll(shown);
        context.setHttpServletRequestInfo(viewer);
        audit.begin(context);
        audit.end(context);
    }

    private static Entry entry(String series, InstanceLocations match, StoredObjects stored, Anonymizer anonymizer) {
        String instance = match.getSopInstanceUID();
        try (DicomObject object = stored.read(match)) {
            return new Entry(series, instance, anonymizer.preview(object), null);
        } catch (RefusedException e) {
            return new Entry(series, instance, null, e.getMessage());
        } catch (DicomException e) {
            return new Entry(series, instance, null, "it is broken: " + e.reason());
        } catch (StackOverflowError e) {
            return new Entry(series, instance, null, "its sequences are nested too deeply");
        } catch (IOException | UncheckedIOException e) {
            String reason =
                    "it could not be read from its storage (" + e.getClass().getSimpleName() + ")";
            return new Entry(series, instance, null, reason);
        }
    }
}
