// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.dcm4che3.io.DicomInputStream;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dcm4chee.arc.keycloak.HttpServletRequestInfo;
import org.dcm4chee.arc.retrieve.RetrieveContext;
import org.dcm4chee.arc.retrieve.RetrieveService;
import org.dcm4chee.arc.store.InstanceLocations;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.Tags;

/** What stands behind the pixel data of a stored object: the archive copies it to receivers without asking any coercion. */
final class BehindPixels {
    private static final int DATA_SET_TRAILING_PADDING = 0xFFFCFFFC;
    private static final int UNDEFINED_LENGTH = -1;

    /** The archive leaves out the pixel data then, and coercions see the whole object. */
    private static final String NULLIFY_PIXEL_DATA = "nullify-pixel-data";

    private BehindPixels() {}

    /**
     * Refuses an object that is about to be sent by these rules, if one of them de-identifies and something would go out untreated.
     *
     * @throws CoercionRefusedException if so, or if it can't be told
     */
    static void refuse(
            List<ArchiveAttributeCoercion2> rules,
            RetrieveService archive,
            RetrieveContext context,
            InstanceLocations match) {
        ArchiveAttributeCoercion2 rule = first(rules, AnonymizeCoercion.SCHEME);
        if (rule == null || first(rules, NULLIFY_PIXEL_DATA) != null || isForMetadata(context)) return;
        OptionalInt behind;
        try (DicomInputStream in = archive.openDicomInputStream(context, match)) {
            behind = firstIn(in);
        } catch (IOException e) {
            throw CoercionRefusedException.of(
                    rule,
                    "what stands behind the pixel data could not be read ("
                            + e.getClass().getSimpleName() + "); look whether the stored object is complete");
        }
        if (behind.isPresent())
            throw CoercionRefusedException.of(
                    rule,
                    "the object has " + Tag.toString(behind.getAsInt())
                            + " behind its pixel data, where no coercion gets to; use the exporter (anonymized:)");
    }

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

    /** The tag of the first element behind Pixel Data (7FE0,0010) that holds anything; none in an object without pixel data. */
    private static OptionalInt firstIn(DicomInputStream in) throws IOException {
        in.setIncludeBulkData(DicomInputStream.IncludeBulkData.NO);
        in.readDatasetUntilPixelData();
        if (in.tag() != Tags.PIXEL_DATA) return OptionalInt.empty();
        skipPixels(in);
        while (readHeader(in)) {
            if (in.tag() != DATA_SET_TRAILING_PADDING || !isZero(in)) return OptionalInt.of(in.tag());
        }
        return OptionalInt.empty();
    }

    private static void skipPixels(DicomInputStream in) throws IOException {
        if (in.length() != UNDEFINED_LENGTH) {
            in.skipFully(in.unsignedLength());
            return;
        }
        while (in.readItemHeader()) in.skipFully(in.unsignedLength());
    }

    private static boolean readHeader(DicomInputStream in) throws IOException {
        try {
            in.readHeader();
            return true;
        } catch (EOFException end) {
            return false;
        }
    }

    /** PS3.10 section 7.2: padding has no meaning; but what is no zero may have been left there by something else. */
    private static boolean isZero(DicomInputStream in) throws IOException {
        for (long left = in.unsignedLength(); left > 0; left--) if (in.read() != 0) return false;
        return true;
    }
}
