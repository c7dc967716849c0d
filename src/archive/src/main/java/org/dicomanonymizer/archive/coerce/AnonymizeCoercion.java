// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Supplier;
import org.dcm4che3.data.Attributes;
import org.dcm4chee.arc.coerce.CoercionProcessor;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.archive.conf.ConfiguredProfiles;
import org.dicomanonymizer.archive.data.UnreadableValueException;
import org.dicomanonymizer.archive.profile.Overrides;
import org.dicomanonymizer.archive.profile.UnusableProfileException;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.engine.ChangeLog;
import org.dicomanonymizer.rule.ConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The archive's coercion {@code anonymize:PROFILE}: treats the attributes of objects on their way by a profile of the
 * configuration. Whatever is not in order refuses the object.
 */
@ApplicationScoped
@Named(AnonymizeCoercion.SCHEME)
public class AnonymizeCoercion implements CoercionProcessor {
    /** What stands before the colon in the URI of a rule, and the name of the bean. */
    public static final String SCHEME = "anonymize";

    private static final Logger LOG = LoggerFactory.getLogger(AnonymizeCoercion.class);

    private final Announcements announcements = new Announcements();
    private ConfiguredProfiles profiles;
    private CoercionCounts counts;

    protected AnonymizeCoercion() {}

    @Inject
    public AnonymizeCoercion(ConfiguredProfiles profiles, CoercionCounts counts) {
        this.profiles = profiles;
        this.counts = counts;
    }

    /**
     * The SOP Instance UID that an object will have when it was coerced; the archive announces it to the receiver.
     *
     * @throws CoercionRefusedException if anything is known already for which the object would be refused: here it fails
     *     alone, later it would take all others of the association with it
     */
    @Override
    public String remapUID(ArchiveAttributeCoercion2 rule, String uid) {
        return refusing(rule, () -> {
            HeaderTreatment treatment = treatment(rule);
            String announced = treatment.instanceUid(uid);
            announcements.add(new Announcements.Announcement(rule, uid, treatment));
            return announced;
        });
    }

    /**
     * Treats attributes in place. Nothing is put into {@code modified}, since the archive keeps what stands there as the
     * originals.
     *
     * @return true
     * @throws CoercionRefusedException if the attributes may not go further
     */
    @Override
    public boolean coerce(
            ArchiveAttributeCoercion2 rule,
            String sopClassUID,
            String sendingHost,
            String sendingAET,
            String receivingHost,
            String receivingAET,
            Attributes attributes,
            Attributes modified) {
        long start = System.nanoTime();
        try {
            ChangeLog log = refusing(rule, () -> treat(rule, receivingAET, attributes));
            counts.treated(rule.getSchemeSpecificPart(), start);
            if (LOG.isDebugEnabled()) tell(rule, log);
            return true;
        } catch (CoercionRefusedException e) {
            if (isIgnoringRefusals(rule)) for (int tag : attributes.tags()) attributes.remove(tag);
            throw e;
        }
    }

    /**
     * Tries what {@link #coerce} would do to an object that is about to be sent, before it is announced. Counts refusals only.
     *
     * @param attributes those that the rule would get, which are of no use afterwards
     * @throws CoercionRefusedException if the object would be refused
     */
    public void rehearse(ArchiveAttributeCoercion2 rule, Attributes attributes) {
        refusing(rule, () -> treatment(rule).treat(Channel.SENT, attributes));
    }

    /**
     * Refuses an object for a reason that the archive's own service shows.
     *
     * @throws CoercionRefusedException always
     */
    public void refuse(ArchiveAttributeCoercion2 rule, String reason) {
        refusing(rule, () -> {
            throw new RefusedException(reason);
        });
    }

    private ChangeLog treat(ArchiveAttributeCoercion2 rule, String receivingAET, Attributes attributes) {
        String uid = attributes.getString(Tags.SOP_INSTANCE_UID, "");
        Announcements.Announcement announcement = announcements.take(rule, uid);
        HeaderTreatment treatment = announcement == null ? treatment(rule) : announcement.treatment();
        Channel channel = Channel.of(rule);
        boolean unannounced = channel == Channel.SENT && receivingAET != null && announcement == null;
        if (unannounced && !treatment.instanceUid(uid).equals(uid))
            throw new RefusedException(
                    "the archive has announced the original SOP Instance UID to the receiver, as it does"
                            + " when it forwards objects that it is just fetching from elsewhere; send them once they are stored");
        return treatment.treat(channel, attributes);
    }

    private HeaderTreatment treatment(ArchiveAttributeCoercion2 rule) {
        if (Channel.of(rule) == null) throw new RefusedException(Channel.whyNone(rule));
        if (isIgnoringRefusals(rule))
            throw new RefusedException("dcmCoercionOnFailure is " + rule.getCoercionOnFailure()
                    + ", with which the archive sends what could not be treated; set it to RETHROW");
        return HeaderTreatment.of(
                profiles.current().named(rule.getSchemeSpecificPart()).with(Overrides.of(rule.getCoercionParams())));
    }

    private static boolean isIgnoringRefusals(ArchiveAttributeCoercion2 rule) {
        return rule.getCoercionOnFailure() != ArchiveAttributeCoercion2.OnFailure.RETHROW;
    }

    private <T> T refusing(ArchiveAttributeCoercion2 rule, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            CoercionRefusedException refusal = refusal(rule, e);
            counts.refused(rule.getSchemeSpecificPart(), refusal.getMessage());
            throw refusal;
        }
    }

    /** Only messages that are known to hold no value get out. */
    private static CoercionRefusedException refusal(ArchiveAttributeCoercion2 rule, RuntimeException e) {
        if (e instanceof RefusedException
                || e instanceof UnusableProfileException
                || e instanceof ConfigurationException) return CoercionRefusedException.of(rule, e.getMessage());
        if (e instanceof UncheckedIOException io && io.getCause() instanceof UnreadableValueException unreadable)
            return CoercionRefusedException.of(rule, unreadable.getMessage() + hint(rule));
        return CoercionRefusedException.ofInternal(rule, e);
    }

    private static String hint(ArchiveAttributeCoercion2 rule) {
        return Channel.of(rule) == Channel.RECEIVED
                ? "; of an object that is being received it never can: use a profile that does not read such values, which"
                        + " verification does"
                : "";
    }

    private static void tell(ArchiveAttributeCoercion2 rule, ChangeLog log) {
        for (Map.Entry<ChangeLog.Change, Integer> change : log.changes().entrySet())
            LOG.debug(
                    "{} by {}: {} {}, {} ({})",
                    rule.getURI(),
                    rule.getCommonName(),
                    Tag.toString(change.getKey().tag()),
                    change.getKey().effect(),
                    change.getKey().reason(),
                    change.getValue());
        for (String warning : log.warnings()) LOG.debug("{} by {}: {}", rule.getURI(), rule.getCommonName(), warning);
    }
}
