// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export.send;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dcm4che3.net.ApplicationEntity;
import org.dcm4che3.net.Association;
import org.dcm4che3.net.IncompatibleConnectionException;
import org.dcm4che3.net.pdu.AAssociateRQ;
import org.dicomanonymizer.dicom.TransferSyntax;

/** An AE that objects are sent to by C-STORE, over the archive's own AE with its connections and TLS settings. */
public final class DicomDestination implements Destination {
    /** Presentation contexts that an association can have (PS3.8 section 9.3.2.2: odd numbers up to 255). */
    private static final int MAX_CONTEXTS = 128;

    /**
     * What objects are sent as.
     *
     * @param sopClassUid       the SOP class
     * @param transferSyntaxUid the transfer syntax
     */
    public record Context(String sopClassUid, String transferSyntaxUid) {
        /** This one, and those in which the same object can be had without compression, best first. */
        List<Context> alternatives() {
            return Stream.concat(Stream.of(transferSyntaxUid), UNCOMPRESSED.stream())
                    .distinct()
                    .map(syntax -> new Context(sopClassUid, syntax))
                    .toList();
        }
    }

    private static final List<String> UNCOMPRESSED =
            List.of(TransferSyntax.EXPLICIT_LITTLE.uid(), TransferSyntax.IMPLICIT_LITTLE.uid());

    private final ApplicationEntity local;
    private final ApplicationEntity remote;
    private final int associations;
    private final List<Context> contexts;
    private final Consumer<Association> onOpen;

    /**
     * A destination of an archive's AE.
     *
     * @param associations how many there may be at once
     * @param contexts     what there is to send, as far as the archive knows
     * @param onOpen       hears of every association
     */
    public DicomDestination(
            ApplicationEntity local,
            ApplicationEntity remote,
            int associations,
            Collection<Context> contexts,
            Consumer<Association> onOpen) {
        this.local = local;
        this.remote = remote;
        this.associations = associations;
        this.contexts = List.copyOf(contexts);
        this.onOpen = onOpen;
    }

    @Override
    public int maxSessions() {
        return associations;
    }

    @Override
    public Session open() {
        return new DicomSession(this);
    }

    String aeTitle() {
        return remote.getAETitle();
    }

    /**
     * Opens an association.
     *
     * @param offered what it is to be for, see {@link #offers}
     * @throws IOException if there is none to be had
     */
    Association connect(Collection<Context> offered) throws IOException, InterruptedException {
        AAssociateRQ request = new AAssociateRQ();
        if (!local.isMasqueradeCallingAETitle(remote.getAETitle())) request.setCallingAET(local.getAETitle());
        request.setCalledAET(remote.getAETitle());
        for (Context context : offered)
            request.addPresentationContextFor(context.sopClassUid, context.transferSyntaxUid);
        try {
            Association opened = local.connect(remote, request);
            onOpen.accept(opened);
            return opened;
        } catch (IncompatibleConnectionException e) {
            throw new UnreachableException("AE " + aeTitle() + " has no network connection that one of "
                    + local.getAETitle() + " can use (TLS or not, installed)");
        } catch (GeneralSecurityException e) {
            throw new UnreachableException(
                    "AE " + aeTitle() + ": TLS failed (" + e.getClass().getSimpleName() + ")");
        } catch (IOException e) {
            throw new UnreachableException("AE " + aeTitle() + " gives no association: " + Reasons.of(e));
        }
    }

    /** A context with its alternatives, and as many others as one association can have: those to be sent next, if need be. */
    Set<Context> offers(Context needed) {
        List<Context> rotated = new ArrayList<>(contexts);
        Collections.rotate(rotated, -Math.max(0, rotated.indexOf(needed)));
        return Stream.concat(Stream.of(needed), rotated.stream())
                .flatMap(context -> context.alternatives().stream())
                .distinct()
                .limit(MAX_CONTEXTS)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
