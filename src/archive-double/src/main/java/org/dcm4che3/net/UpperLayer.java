// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.dcm4che3.net.pdu.AAssociateRQ;
import org.dcm4che3.net.pdu.PresentationContext;

/** The bytes of protocol data units (PS3.8 section 9.3) and of the commands in them (PS3.7 section 9.3). */
final class UpperLayer {
    static final byte[] RELEASE = {5, 0, 0, 0, 0, 4, 0, 0, 0, 0};
    static final byte[] ABORT = {7, 0, 0, 0, 0, 4, 0, 0, 0, 0};

    private static final int MAX_LENGTH = 16384;

    private UpperLayer() {}

    /** What the other side accepted, and how long a unit it takes. */
    record Acceptance(Set<Integer> accepted, int maxLength) {}

    /** An answer to a message. */
    record Answer(int messageID, int status) {}

    static byte[] request(AAssociateRQ request) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(new byte[] {0, 1, 0, 0});
        body.write(title(request.getCalledAET()));
        body.write(title(request.getCallingAET()));
        body.write(new byte[32]);
        item(body, 0x10, ascii("1.2.840.10008.3.1.1.1"));
        for (PresentationContext context : request.getPresentationContexts()) {
            ByteArrayOutputStream inner = new ByteArrayOutputStream();
            inner.write(new byte[] {(byte) context.getPCID(), 0, 0, 0});
            item(inner, 0x30, ascii(context.getAbstractSyntax()));
            item(inner, 0x40, ascii(context.getTransferSyntax()));
            item(body, 0x20, inner.toByteArray());
        }
        ByteArrayOutputStream user = new ByteArrayOutputStream();
        item(user, 0x51, ByteBuffer.allocate(4).putInt(MAX_LENGTH).array());
        item(user, 0x52, ascii("2.25.1"));
        item(body, 0x50, user.toByteArray());
        return unit(1, body.toByteArray());
    }

    private static byte[] title(String title) {
        return ascii(String.format("%-16s", title));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void item(ByteArrayOutputStream out, int type, byte[] content) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeShort(type << 8);
        data.writeShort(content.length);
        data.write(content);
    }

    private static byte[] unit(int type, byte[] body) {
        return ByteBuffer.allocate(6 + body.length)
                .put((byte) type)
                .put((byte) 0)
                .putInt(body.length)
                .put(body)
                .array();
    }

    /** The content of a unit whose type has been read. */
    static byte[] readBody(DataInputStream in) throws IOException {
        in.readByte();
        byte[] body = new byte[in.readInt()];
        in.readFully(body);
        return body;
    }

    static Acceptance acceptance(byte[] body) {
        Set<Integer> accepted = new HashSet<>();
        int maxLength = MAX_LENGTH;
        ByteBuffer items = ByteBuffer.wrap(body).position(68);
        while (items.remaining() >= 4) {
            int type = items.getShort() >> 8;
            int end = items.getShort() + items.position();
            if (type == 0x21 && body[items.position() + 2] == 0) accepted.add(body[items.position()] & 0xFF);
            if (type == 0x50) maxLength = ByteBuffer.wrap(body).getInt(items.position() + 4);
            items.position(end);
        }
        return new Acceptance(accepted, maxLength == 0 ? MAX_LENGTH : maxLength);
    }

    static byte[] data(int context, boolean command, boolean last, byte[] content, int length) {
        ByteBuffer body = ByteBuffer.allocate(6 + length);
        body.putInt(length + 2).put((byte) context).put((byte) ((command ? 1 : 0) | (last ? 2 : 0)));
        return unit(4, body.put(content, 0, length).array());
    }

    static byte[] storeCommand(String sopClass, String sopInstance, int messageID, int priority) {
        ByteBuffer command = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
        element(command, 0x0000, new byte[4]);
        element(command, 0x0002, padded(sopClass));
        element(command, 0x0100, number(1));
        element(command, 0x0110, number(messageID));
        element(command, 0x0700, number(priority));
        element(command, 0x0800, number(1));
        element(command, 0x1000, padded(sopInstance));
        command.putInt(8, command.position() - 12);
        byte[] bytes = new byte[command.position()];
        command.flip().get(bytes);
        return bytes;
    }

    private static void element(ByteBuffer command, int element, byte[] value) {
        command.putShort((short) 0)
                .putShort((short) element)
                .putInt(value.length)
                .put(value);
    }

    private static byte[] number(int value) {
        return new byte[] {(byte) value, (byte) (value >> 8)};
    }

    private static byte[] padded(String uid) {
        return ascii(uid.length() % 2 == 0 ? uid : uid + "\0");
    }

    /** Message and status of a unit that holds a whole answer, as all receivers send it. */
    static Answer answer(byte[] body) {
        ByteBuffer command =
                ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN).position(6);
        int messageID = 0;
        int status = -1;
        while (command.remaining() >= 8) {
            command.getShort();
            int element = command.getShort();
            int end = command.getInt() + command.position();
            if (element == 0x0120) messageID = command.getShort() & 0xFFFF;
            if (element == 0x0900) status = command.getShort() & 0xFFFF;
            command.position(end);
        }
        return new Answer(messageID, status);
    }
}
