// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archivedouble;

import java.net.URI;
import javax.net.ssl.SSLContext;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.net.DeviceExtension;
import org.dcm4che3.net.WebApplication;
import org.dcm4chee.arc.conf.ArchiveDeviceExtension;
import org.dcm4chee.arc.conf.Conditions;
import org.dcm4chee.arc.conf.ExportRule;
import org.dcm4chee.arc.conf.ExporterDescriptor;
import org.dcm4chee.arc.conf.QueueDescriptor;
import org.dcm4chee.arc.conf.StorageDescriptor;
import org.dcm4chee.arc.entity.Location;
import org.dcm4chee.arc.entity.Task;
import org.dcm4chee.arc.exporter.ExportContext;
import org.dcm4chee.arc.keycloak.AccessTokenRequestor;
import org.dcm4chee.arc.keycloak.HttpServletRequestInfo;

/** Makes objects of types that only the archive itself can make: tests are compiled against the archive's own signatures. */
public final class Doubles {
    private Doubles() {}

    public static Task task(long pk) {
        return new Task(pk);
    }

    /** Gives a task its number. */
    public static void number(Task task, long pk) {
        task.setPk(pk);
    }

    /**
     * What an exporter is to export.
     *
     * @param request  who asked for it, or null
     * @param series   null for all
     * @param instance null for all
     */
    public static ExportContext export(
            long task, HttpServletRequestInfo request, String study, String series, String instance) {
        return Fake.of(ExportContext.class)
                .on("getTaskPK", a -> task)
                .on("getHttpServletRequestInfo", a -> request)
                .on("getStudyInstanceUID", a -> study)
                .on("getSeriesInstanceUID", a -> series)
                .on("getSopInstanceUID", a -> instance)
                .make();
    }

    public static Location location(String storageID, String storagePath, String transferSyntaxUID) {
        return new Location(storageID, storagePath, transferSyntaxUID);
    }

    public static StorageDescriptor storage(String storageID, URI storageURI) {
        StorageDescriptor storage = new StorageDescriptor(storageID);
        storage.setStorageURIStr(storageURI.toString());
        return storage;
    }

    /**
     * What gives web clients and tokens.
     *
     * @param token the token, or null for a token server that is down
     * @param readTimeout how long an answer may take, in milliseconds
     */
    public static AccessTokenRequestor tokens(String token, long readTimeout) {
        return new AccessTokenRequestor(token, readTimeout, null);
    }

    /** What gives web clients that trust whom the archive trusts, and no token. */
    public static AccessTokenRequestor trusting(SSLContext tls) {
        return new AccessTokenRequestor(null, 10_000, tls);
    }

    /** The archive's own REST services for an AE, below a path. */
    public static WebApplication archiveServices(String path) {
        return new WebApplication("archive") {
            @Override
            public String getServicePath() {
                return path;
            }

            @Override
            public boolean containsServiceClass(ServiceClass serviceClass) {
                return serviceClass == ServiceClass.DCM4CHEE_ARC_AET;
            }
        };
    }

    /** The configuration of an archive with exporters, and one queue. */
    public static DeviceExtension archive(String queue, ExporterDescriptor... exporters) {
        ArchiveDeviceExtension extension = new ArchiveDeviceExtension();
        extension.addQueueDescriptor(new QueueDescriptor(queue));
        for (ExporterDescriptor exporter : exporters) add(extension, exporter);
        return extension;
    }

    /** An exporter whose tasks wait in the queue {@code Export}. */
    public static ExporterDescriptor exporter(String exporterID, URI exportURI) {
        ExporterDescriptor descriptor = new ExporterDescriptor(exporterID, exportURI);
        descriptor.setQueueName("Export");
        return descriptor;
    }

    /** Configures an exporter in an archive of {@link #archive}. */
    public static void add(DeviceExtension archive, ExporterDescriptor exporter) {
        ((ArchiveDeviceExtension) archive).addExporterDescriptor(exporter);
    }

    /** Sets all that the archive can do on its own after an export. */
    public static void setConsequences(ExporterDescriptor descriptor) {
        descriptor.setStgCmtSCPAETitle("COMMIT");
        descriptor.setIanDestinations("NOTIFY");
        descriptor.setDeleteStudyFromStorageID("fs1");
        descriptor.setRejectForDataRetentionExpiry(true);
        descriptor.setExportAsSourceAE(true);
    }

    /** An export rule whose conditions hold for everything, or for nothing. */
    public static ExportRule exportRule(String commonName, String exporterID, boolean holds) {
        ExportRule rule = new ExportRule(commonName);
        rule.setExporterIDs(exporterID);
        rule.setConditions(new Conditions() {
            @Override
            public boolean match(
                    String sendingHost,
                    String sendingAET,
                    String receivingHost,
                    String receivingAET,
                    Attributes attributes) {
                return holds;
            }
        });
        return rule;
    }
}
