// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archivedouble;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.dcm4che3.conf.api.ConfigurationException;
import org.dcm4che3.conf.api.IApplicationEntityCache;
import org.dcm4che3.conf.api.IWebApplicationCache;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.AttributesCoercion;
import org.dcm4che3.io.DicomInputStream;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Association;
import org.dcm4che3.net.Device;
import org.dcm4che3.net.WebApplication;
import org.dcm4chee.arc.conf.ArchiveAEExtension;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dcm4chee.arc.retrieve.LocationInputStream;
import org.dcm4chee.arc.retrieve.RetrieveContext;
import org.dcm4chee.arc.retrieve.RetrieveService;
import org.dcm4chee.arc.store.InstanceLocations;
import org.dcm4chee.arc.store.StoreService;

/** Finds and opens the objects of studies, as far as somebody needs that who reads them whole. */
public class StudyRetrieval implements RetrieveService {
    private Device device;
    private StudyFiles files;
    private IApplicationEntityCache entities;
    private IWebApplicationCache applications;

    /** For the proxies of CDI. */
    protected StudyRetrieval() {}

    /**
     * A service.
     *
     * @param entities     tells where others receive
     * @param applications tells where others store
     */
    public StudyRetrieval(
            Device device, StudyFiles files, IApplicationEntityCache entities, IWebApplicationCache applications) {
        this.device = device;
        this.files = files;
        this.entities = entities;
        this.applications = applications;
    }

    /** Hears of every association that objects are sent over. */
    protected void associated(Association association) {}

    /** The UID of an object that is a copy of the stored one. */
    protected UnaryOperator<String> copies() {
        return UnaryOperator.identity();
    }

    @Override
    public Device getDevice() {
        return device;
    }

    @Override
    public RetrieveContext newRetrieveContext(String localAET, String study, String series, String instance) {
        return context(localAET, study, series, instance, null, null, null);
    }

    @Override
    public RetrieveContext newRetrieveContextSTORE(
            String localAET, String study, String series, String instance, String destinationAET)
            throws ConfigurationException {
        ApplicationEntity own = device.getApplicationEntity(destinationAET);
        ApplicationEntity destination = own == null ? entities.findApplicationEntity(destinationAET) : own;
        return context(localAET, study, series, instance, destinationAET, destination, null);
    }

    @Override
    public RetrieveContext newRetrieveContextSTOW(
            String localAET, String study, String series, String instance, String webAppName)
            throws ConfigurationException {
        return context(localAET, study, series, instance, null, null, applications.findWebApplication(webAppName));
    }

    private RetrieveContext context(
            String localAET,
            String study,
            String series,
            String instance,
            String destinationAET,
            ApplicationEntity destinationAE,
            WebApplication application) {
        AtomicInteger completed = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        AtomicReference<Object> request = new AtomicReference<>();
        AtomicReference<Object> title = new AtomicReference<>(destinationAET);
        AtomicReference<Object> destination = new AtomicReference<>(destinationAE);
        List<InstanceLocations> matches = new ArrayList<>(files.matches(study, series, instance));
        ApplicationEntity local = device.getApplicationEntity(localAET);
        return Fake.of(RetrieveContext.class)
                .on("getHttpServletRequestInfo", a -> request.get())
                .on("setHttpServletRequestInfo", a -> {
                    request.set(a[0]);
                    return null;
                })
                .on("setStoreAssociation", a -> {
                    associated((Association) a[0]);
                    return null;
                })
                .on("setException", a -> null)
                .on("getMatches", a -> matches)
                .on("getStudyInstanceUID", a -> study)
                .on("getSeriesInstanceUID", a -> series)
                .on("getSopInstanceUID", a -> instance)
                .on("getLocalApplicationEntity", a -> local)
                .on("getArchiveAEExtension", a -> local.getAEExtension(ArchiveAEExtension.class))
                .on("getDestinationAE", a -> destination.get())
                .on("setDestinationAE", a -> {
                    destination.set(a[0]);
                    return null;
                })
                .on("getDestinationAETitle", a -> title.get())
                .on("setDestinationAETitle", a -> {
                    title.set(a[0]);
                    return null;
                })
                .on("getDestinationWebApp", a -> application)
                .on("incrementCompleted", a -> completed.incrementAndGet())
                .on("incrementFailed", a -> failed.incrementAndGet())
                .on("addFailedMatch", a -> null)
                .on("completed", a -> completed.get())
                .on("failed", a -> failed.get())
                .make();
    }

    @Override
    public boolean calculateMatches(RetrieveContext context) {
        return !context.getMatches().isEmpty();
    }

    @Override
    public Map<String, Collection<InstanceLocations>> removeNotAccessableMatches(RetrieveContext context) {
        return Map.of();
    }

    @Override
    public LocationInputStream openLocationInputStream(RetrieveContext context, InstanceLocations match)
            throws IOException {
        return files.open(match);
    }

    @Override
    public AttributesCoercion getAttributesCoercion(
            RetrieveContext context, InstanceLocations match, List<ArchiveAttributeCoercion2> rules) {
        return Fake.of(AttributesCoercion.class)
                .on("remapUID", a -> copies().apply((String) a[0]))
                .make();
    }

    @Override
    public void updateLocations(RetrieveContext context) {
        // nothing was found wrong with them
    }

    @Override
    public StoreService getStoreService() {
        throw new UnsupportedOperationException();
    }

    @Override
    public DicomInputStream openDicomInputStream(RetrieveContext context, InstanceLocations match) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Attributes loadMetadata(RetrieveContext context, InstanceLocations match) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ArchiveAttributeCoercion2> getArchiveAttributeCoercions(
            RetrieveContext context, InstanceLocations match) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AttributesCoercion getAttributesCoercion(
            RetrieveContext context, InstanceLocations match, ArchiveAttributeCoercion rules) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AttributesCoercion getAttributesCoercion(RetrieveContext context, InstanceLocations match) {
        throw new UnsupportedOperationException();
    }
}
