// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dcm4che3.data.AttributesCoercion;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dcm4chee.arc.entity.Location;
import org.dcm4chee.arc.retrieve.LocationInputStream;
import org.dcm4chee.arc.retrieve.RetrieveContext;
import org.dcm4chee.arc.retrieve.RetrieveService;
import org.dcm4chee.arc.store.InstanceLocations;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomReader;

/**
 * Reads objects as the archive would send them, but whole: the file as it is stored, with the archive's current attributes of
 * patient, study, series and instance.
 *
 * <p>The bytes come from the storage itself and not through the archive's parser, which demotes, skips or holds in memory
 * parts of an object. A file of the server is read in place; what lies elsewhere (an object store, a TAR) is copied to a
 * temporary file that only the server can read.
 */
final class StoredObjects {
    private final RetrieveService service;
    private final RetrieveContext context;

    StoredObjects(RetrieveService service, RetrieveContext context) {
        this.service = service;
        this.context = context;
    }

    /** Reads an object from the first of its copies that can be opened, online ones before nearline ones. */
    DicomObject read(InstanceLocations match) throws IOException {
        DicomObject object = open(match);
        boolean complete = false;
        try {
            AttributesCoercion coercion =
                    service.getAttributesCoercion(context, match, List.<ArchiveAttributeCoercion2>of());
            CurrentAttributes.merge(object.dataSet(), match.getAttributes(), coercion::remapUID);
            complete = true;
            return object;
        } finally {
            if (!complete) object.close();
        }
    }

    private DicomObject open(InstanceLocations match) throws IOException {
        try (LocationInputStream in = service.openLocationInputStream(context, match)) {
            Path file = file(in);
            return file == null ? DicomReader.read(in.stream) : DicomReader.read(file);
        }
    }

    /** The file that a location stands for, or null if it is none, or part of one. */
    private static Path file(LocationInputStream in) {
        URI storage = in.ctx.getStorage().getStorageDescriptor().getStorageURI();
        Location location = in.location;
        if (!"file".equals(storage.getScheme()) || location == null) return null;
        Path file = Path.of(storage).resolve(location.getStoragePath());
        return Files.isRegularFile(file) ? file : null;
    }
}
