// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archivedouble;

import java.net.URI;
import org.dcm4che3.net.WebApplication;
import org.dcm4chee.arc.conf.ExportRule;
import org.dcm4chee.arc.conf.ExporterDescriptor;
import org.dcm4chee.arc.conf.StorageDescriptor;
import org.dcm4chee.arc.entity.Location;
import org.dcm4chee.arc.entity.Task;
import org.dcm4chee.arc.keycloak.AccessTokenRequestor;

/** Makes objects of types that only the archive itself can make: tests are compiled against the archive's own signatures. */
public final class Doubles {
    private Doubles() {}

    public static Task task(long pk) {
        return new Task(pk);
    }

    public static Location location(String storageID, String storagePath, String transferSyntaxUID) {
        return new Location(storageID, storagePath, transferSyntaxUID);
    }

    public static StorageDescriptor storage(String storageID, URI storageURI) {
        return new StorageDescriptor(storageID, storageURI);
    }

    /**
     * What gives web clients and tokens.
     *
     * @param token the token, or null for a token server that is down
     * @param readTimeout how long an answer may take, in milliseconds
     */
    public static AccessTokenRequestor tokens(String token, long readTimeout) {
        return new AccessTokenRequestor(token, readTimeout);
    }

    /** A STOW-RS service, with the ID of a Keycloak client or null. */
    public static WebApplication webApplication(String name, String url, String keycloakClientID) {
        return new WebApplication(name, url, keycloakClientID);
    }

    /** Sets all that the archive can do on its own after an export. */
    public static void setConsequences(ExporterDescriptor descriptor) {
        descriptor.stgCmtSCP = "COMMIT";
        descriptor.ianDestinations = new String[] {"NOTIFY"};
        descriptor.deleteStudyFromStorageID = "fs1";
        descriptor.rejectForDataRetentionExpiry = true;
        descriptor.exportAsSourceAE = true;
    }

    /** An export rule whose conditions hold for everything, or for nothing. */
    public static ExportRule exportRule(String commonName, String exporterID, boolean holds) {
        return new ExportRule(commonName, exporterID, holds);
    }
}
