// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.OptionalInt;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.io.DicomInputStream;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dcm4chee.arc.keycloak.HttpServletRequestInfo;
import org.dcm4chee.arc.retrieve.RetrieveContext;
import org.dcm4chee.arc.retrieve.RetrieveService;
import org.dcm4chee.arc.store.InstanceLocations;
import org.dicomanonymizer.dicom.Tag;

/**
 * A look at a stored object that is about to be sent and de-identified. What goes by C-STORE is treated beforehand for a trial:
 * an object that is refused here fails alone, while one that is refused once it was announced takes all others of the
 * association with it.
 */
final class Inspection {
    /** The archive leaves out the pixel data then, and coercions see the whole object. */
    private static final String NULLIFY_PIXEL_DATA = "nullify-pixel-data";

    /** Has the archive not lay the values of its database over the object; nothing else. */
    private static final String RETRIEVE_AS_RECEIVED = "retrieve-as-received";

    private final RetrieveService archive;
    private final AnonymizeCoercion coercion;

    Inspection(RetrieveService archive, AnonymizeCoercion coercion) {
        this.archive = archive;
        this.coercion = coercion;
    }

    /**
     * Looks at an object.
     *
     * @param rules those that apply to it
     * @throws CoercionRefusedException if one of them de-identifies, and can't, or that can't be told
     */
    void inspect(List<ArchiveAttributeCoercion2> rules, RetrieveContext context, InstanceLocations match) {
        ArchiveAttributeCoercion2 rule = first(rules, AnonymizeCoercion.SCHEME);
        if (rule == null || first(rules, NULLIFY_PIXEL_DATA) != null || isForMetadata(context)) return;
        boolean announced = context.getDestinationAETitle() != null;
        try (DicomInputStream in = archive.openDicomInputStream(context, match)) {
            in.setIncludeBulkData(
                    announced ? DicomInputStream.IncludeBulkData.URI : DicomInputStream.IncludeBulkData.NO);
            try {
                Attributes attributes = in.readDatasetUntilPixelData();
                OptionalInt behind = BehindPixels.firstIn(in);
                if (behind.isPresent())
                    coercion.refuse(
                            rule,
                            "the object has " + Tag.toString(behind.getAsInt())
                                    + " behind its pixel data, where no coercion gets to; use the exporter (anonymized:)");
                if (announced) rehearse(rules, rule, context, match, attributes);
            } finally {
                for (File value : in.getBulkDataFiles()) Files.deleteIfExists(value.toPath());
            }
        } catch (IOException e) {
            coercion.refuse(
                    rule,
                    "the stored object could not be read (" + e.getClass().getSimpleName()
                            + "); look whether it is complete");
        }
    }

    /** Without other rules that come first and change the object: nobody knows what they do meanwhile. */
    private void rehearse(
            List<ArchiveAttributeCoercion2> rules,
            ArchiveAttributeCoercion2 rule,
            RetrieveContext context,
            InstanceLocations match,
            Attributes attributes) {
        List<ArchiveAttributeCoercion2> asReceived = rules.stream()
                .filter(other -> RETRIEVE_AS_RECEIVED.equals(other.getScheme()))
                .toList();
        for (ArchiveAttributeCoercion2 other : rules.subList(0, rules.indexOf(rule)))
            if (!asReceived.contains(other)) return;
        try {
            archive.getAttributesCoercion(context, match, asReceived).coerce(attributes, null);
        } catch (Exception e) {
            coercion.refuse(
                    rule,
                    "the current values of the archive's database could not be laid over the object ("
                            + e.getClass().getSimpleName() + ")");
        }
        coercion.rehearse(rule, attributes);
    }

    /**
     * Refuses to have an object read for something that no coercion sees.
     *
     * @param rules those that apply to it
     * @throws CoercionRefusedException if a rule would de-identify the object
     */
    void refuseUnseen(List<ArchiveAttributeCoercion2> rules) {
        ArchiveAttributeCoercion2 rule = first(rules, AnonymizeCoercion.SCHEME);
        if (rule != null)
            coercion.refuse(
                    rule,
                    "frames, bulk data, rendered images and documents by themselves can't be de-identified; retrieve the"
                            + " DICOM object, or use the exporter (anonymized:)");
    }

    /** The first rule of a scheme, or null. */
    private static ArchiveAttributeCoercion2 first(List<ArchiveAttributeCoercion2> rules, String scheme) {
        for (ArchiveAttributeCoercion2 rule : rules) if (scheme.equals(rule.getScheme())) return rule;
        return null;
    }

    /** Metadata hold all attributes, so that the coercion sees them all. */
    private static boolean isForMetadata(RetrieveContext context) {
        HttpServletRequestInfo request = context.getHttpServletRequestInfo();
        return request != null
                && request.requestURI != null
                && request.requestURI.split("\\?", 2)[0].endsWith("/metadata");
    }
}
