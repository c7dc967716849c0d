// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dcm4che3.data.Attributes;
import org.dcm4che3.data.VR;
import org.dcm4che3.net.pdu.AAssociateRQ;
import org.dcm4che3.net.pdu.PresentationContext;

/**
 * An association of a client, over a real connection (PS3.8 section 9): as much of the protocol as storing takes. One request
 * at a time; the answer, or the end, is heard by a thread of its own, as the archive's does it.
 */
public class Association {
    private static final int ACCEPTED = 2;
    private static final int DATA = 4;
    private static final int RELEASED = 6;
    private static final int STATUS = 0x00000900;

    private final ApplicationEntity entity;
    private final AAssociateRQ request;
    private final Socket socket;
    private final DataInputStream in;
    private final Map<Integer, PresentationContext> accepted = new HashMap<>();
    private final Map<Integer, DimseRSPHandler> waiting = new ConcurrentHashMap<>();
    private int lastMessageID;
    private int maxLength;
    private volatile boolean open;

    Association(ApplicationEntity entity, Connection remote, AAssociateRQ request) throws IOException {
        this.entity = entity;
        this.request = request;
        socket = new Socket(remote.getHostname(), remote.getPort());
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
        boolean complete = false;
        try {
            socket.getOutputStream().write(UpperLayer.request(request));
            readAcceptance();
            complete = true;
        } finally {
            if (!complete) socket.close();
        }
        open = true;
        Thread reader = new Thread(this::read, "association with " + request.getCalledAET());
        reader.setDaemon(true);
        reader.start();
    }

    private void readAcceptance() throws IOException {
        int type = in.read();
        byte[] body = UpperLayer.readBody(in);
        if (type != ACCEPTED) throw new IOException("the association was rejected");
        UpperLayer.Acceptance acceptance = UpperLayer.acceptance(body);
        maxLength = acceptance.maxLength();
        for (PresentationContext context : request.getPresentationContexts())
            if (acceptance.accepted().contains(context.getPCID())) accepted.put(context.getPCID(), context);
    }

    private void read() {
        try {
            for (int type = in.read(); type >= 0; type = in.read()) {
                byte[] body = UpperLayer.readBody(in);
                if (type == DATA) answer(UpperLayer.answer(body));
                else if (type == RELEASED) break;
                else throw new IOException("the association was aborted");
            }
        } catch (IOException e) {
            open = false; // those who wait hear it below
        } finally {
            close();
        }
    }

    private void answer(UpperLayer.Answer answer) {
        Attributes command = new Attributes();
        command.setInt(STATUS, VR.US, answer.status());
        DimseRSPHandler handler = waiting.remove(answer.messageID());
        if (handler != null) handler.onDimseRSP(this, command, null);
    }

    private void close() {
        open = false;
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        for (Integer id : new HashSet<>(waiting.keySet())) {
            DimseRSPHandler handler = waiting.remove(id);
            if (handler != null) handler.onClose(this);
        }
    }

    public Device getDevice() {
        return entity.getDevice();
    }

    public final ApplicationEntity getApplicationEntity() {
        return entity;
    }

    public boolean isReadyForDataTransfer() {
        return open;
    }

    public String getCallingAET() {
        return request.getCallingAET();
    }

    public String getCalledAET() {
        return request.getCalledAET();
    }

    public String getRemoteAET() {
        return getCalledAET();
    }

    public String getLocalAET() {
        return getCallingAET();
    }

    public synchronized int nextMessageID() {
        return ++lastMessageID;
    }

    public void release() throws IOException {
        socket.getOutputStream().write(UpperLayer.RELEASE);
    }

    public void abort() {
        try {
            if (open) socket.getOutputStream().write(UpperLayer.ABORT);
        } catch (IOException e) {
            open = false;
        } finally {
            close();
        }
    }

    public void waitForOutstandingRSP() throws InterruptedException {
        throw new UnsupportedOperationException();
    }

    public Set<String> getTransferSyntaxesFor(String sopClassUID) {
        Set<String> syntaxes = new HashSet<>();
        for (PresentationContext context : accepted.values())
            if (context.getAbstractSyntax().equals(sopClassUID)) syntaxes.add(context.getTransferSyntax());
        return syntaxes;
    }

    public void cstore(
            String sopClassUID,
            String sopInstanceUID,
            int priority,
            DataWriter data,
            String transferSyntaxUID,
            DimseRSPHandler handler)
            throws IOException, InterruptedException {
        int context = accepted.values().stream()
                .filter(c -> c.getAbstractSyntax().equals(sopClassUID)
                        && c.getTransferSyntax().equals(transferSyntaxUID))
                .findFirst()
                .orElseThrow(() -> new IOException("no presentation context"))
                .getPCID();
        if (!open) throw new IOException("the association is closed");
        waiting.put(handler.getMessageID(), handler);
        try {
            byte[] command = UpperLayer.storeCommand(sopClassUID, sopInstanceUID, handler.getMessageID(), priority);
            socket.getOutputStream().write(UpperLayer.data(context, true, true, command, command.length));
            DataParts parts = new DataParts(socket.getOutputStream(), context, maxLength);
            data.writeTo(parts, transferSyntaxUID);
            parts.close();
        } catch (IOException | RuntimeException e) {
            waiting.remove(handler.getMessageID());
            throw e;
        }
    }

    public DimseRSP cstore(
            String sopClassUID, String sopInstanceUID, int priority, DataWriter data, String transferSyntaxUID)
            throws IOException, InterruptedException {
        throw new UnsupportedOperationException();
    }
}
