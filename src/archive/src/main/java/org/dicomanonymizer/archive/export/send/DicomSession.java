// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export.send;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.net.Association;
import org.dcm4che3.net.DimseRSPHandler;
import org.dcm4che3.net.Priority;
import org.dcm4che3.net.Status;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.archive.export.send.DicomDestination.Context;
import org.dicomanonymizer.dicom.TransferSyntax;

/**
 * An association, opened when it is needed. One on which anything went wrong is aborted, so that the destination can't take
 * half an object for a whole one, and the next object gets a new one.
 */
final class DicomSession implements Session {
    private static final int STATUS = 0x00000900;
    private static final int NO_STATUS = -1;

    /** Coercion of data elements, elements discarded, data set does not match SOP class: stored all the same (PS3.4 B.2.3). */
    private static final Set<Integer> WARNINGS = Set.of(0xB000, 0xB006, 0xB007);

    private final DicomDestination destination;
    private volatile Association association;
    private Set<Context> offered = Set.of();
    private volatile boolean aborted;

    DicomSession(DicomDestination destination) {
        this.destination = destination;
    }

    @Override
    public void send(DeidentifiedObject object) throws IOException, InterruptedException {
        Context context = new Context(object.sopClassUid(), object.transferSyntaxUid());
        Association open = associationFor(context);
        if (object.isCompressed() && isAcceptedDecompressed(open, context)) {
            object.decompress(Stoppable::new);
            open = associationFor(context); // which may have been closed meanwhile
        }
        TransferSyntax syntax = accepted(open, context, object);
        Response response = new Response(open.nextMessageID());
        try {
            open.cstore(
                    context.sopClassUid(),
                    object.sopInstanceUid(),
                    Priority.NORMAL,
                    (out, uid) -> object.writeDataSet(new Stoppable(out), syntax),
                    syntax.uid(),
                    response);
            check(response.await());
        } catch (RejectedException e) {
            throw e;
        } catch (IOException | RuntimeException | InterruptedException e) {
            open.abort();
            if (e instanceof IOException failure)
                throw new IOException(
                        "the association with AE " + destination.aeTitle() + " broke: " + Reasons.of(failure));
            throw e;
        }
    }

    private Association associationFor(Context context) throws IOException, InterruptedException {
        if (aborted) throw canceled();
        Association open = association;
        if (open != null && open.isReadyForDataTransfer() && offered.contains(context)) return open;
        if (open != null && open.isReadyForDataTransfer()) release(open);
        offered = destination.offers(context);
        return association = destination.connect(offered);
    }

    /** Whether the destination demands that a compressed object is decompressed. */
    private static boolean isAcceptedDecompressed(Association open, Context context) {
        Set<String> accepted = open.getTransferSyntaxesFor(context.sopClassUid());
        return !accepted.contains(context.transferSyntaxUid())
                && context.alternatives().stream().anyMatch(other -> accepted.contains(other.transferSyntaxUid()));
    }

    /** What to send an object in: what it is stored in, if the destination accepts that. */
    private TransferSyntax accepted(Association open, Context context, DeidentifiedObject object) {
        Set<String> accepted = open.getTransferSyntaxesFor(context.sopClassUid());
        return context.alternatives().stream()
                .map(Context::transferSyntaxUid)
                .filter(accepted::contains)
                .map(object::encodableIn)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new RefusedException("AE " + destination.aeTitle()
                        + " does not accept its SOP class " + context.sopClassUid() + " in its transfer syntax "
                        + context.transferSyntaxUid() + (accepted.isEmpty() ? "" : ", only in " + accepted)
                        + "; let the destination accept it, or have the archive store it in another transfer syntax"));
    }

    private void check(int status) throws IOException {
        if (status == Status.Success || WARNINGS.contains(status)) return;
        if (status == NO_STATUS) throw new IOException("it ended before the object was confirmed");
        throw new RejectedException(
                "AE " + destination.aeTitle() + String.format(" answered with status %04XH", status));
    }

    private static IOException canceled() {
        return new IOException("the export was canceled");
    }

    @Override
    public void abort() {
        aborted = true;
        Association open = association;
        if (open != null) open.abort();
    }

    @Override
    public void close() {
        Association open = association;
        if (open != null && open.isReadyForDataTransfer()) release(open);
        association = null;
    }

    private static void release(Association open) {
        try {
            open.release();
        } catch (IOException e) {
            open.abort(); // every object has its answer, so nothing is lost
        }
    }

    /** Ends a long object as soon as the session is aborted. */
    private final class Stoppable extends FilterOutputStream {
        Stoppable(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (aborted) throw canceled();
            out.write(bytes, from, length);
        }
    }

    /** Waits for the answer to an object, or for the end of the association. */
    private static final class Response extends DimseRSPHandler {
        private final CountDownLatch arrived = new CountDownLatch(1);
        private volatile int status = NO_STATUS;

        Response(int messageId) {
            super(messageId);
        }

        @Override
        public void onDimseRSP(Association association, Attributes command, Attributes data) {
            super.onDimseRSP(association, command, data);
            status = command.getInt(STATUS, NO_STATUS);
            arrived.countDown();
        }

        @Override
        public void onClose(Association association) {
            super.onClose(association);
            arrived.countDown();
        }

        int await() throws InterruptedException {
            arrived.await();
            return status;
        }
    }
}
