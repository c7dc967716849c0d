// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.stream.Stream;
import org.dcm4che3.data.BulkData;
import org.dcm4che3.data.Fragments;
import org.dcm4che3.data.Value;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.VR;

/** Reads what the archive does not hold as bytes: values that it keeps in a file, and fragments of pixel data. */
final class LargeValue {
    /** The longest value that is copied to memory, as in the engine's own data set. */
    private static final int MAX_IN_MEMORY = 1 << 26;

    private static final int ITEM_HEADER = 8;
    private static final long MAX_FRAGMENT = 0xFFFFFFFEL;

    private LargeValue() {}

    static long length(Value value) {
        if (value instanceof BulkData bulk) {
            long length = bulk.longLength();
            return length < 0 ? Long.MAX_VALUE : length;
        }
        return value instanceof Fragments fragments
                ? fragments.stream().mapToLong(LargeValue::encodedLength).reduce(0, LargeValue::sum)
                : 0;
    }

    private static long encodedLength(Object fragment) {
        long length = fragment instanceof byte[] bytes ? bytes.length : length((Value) fragment);
        return sum(length, ITEM_HEADER);
    }

    private static long sum(long a, long b) {
        return a == Long.MAX_VALUE || b == Long.MAX_VALUE ? Long.MAX_VALUE : a + b;
    }

    static byte[] bytes(int tag, Value value, VR vr, boolean bigEndian) {
        try (InputStream in = open(tag, value, vr, bigEndian)) {
            byte[] bytes = in.readNBytes(MAX_IN_MEMORY + 1);
            if (bytes.length <= MAX_IN_MEMORY) return bytes;
            throw new IOException("The value of " + Tag.toString(tag) + " is too long to be held in memory");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStream open(int tag, Value value, VR vr, boolean bigEndian) {
        if (value instanceof BulkData bulk) return new BulkDataStream(tag, bulk, vr, bigEndian);
        if (!(value instanceof Fragments fragments)) return InputStream.nullInputStream();
        return new SequenceInputStream(Collections.enumeration(fragments.stream()
                .flatMap(fragment -> Stream.of(header(tag, fragment, bigEndian), body(tag, fragment, vr, bigEndian)))
                .toList()));
    }

    private static InputStream header(int tag, Object fragment, boolean bigEndian) {
        long length = encodedLength(fragment) - ITEM_HEADER;
        if (length > MAX_FRAGMENT)
            throw new UncheckedIOException(new UnreadableValueException(
                    "The length of a fragment of " + Tag.toString(tag) + " is not known to the archive"));
        return new ByteArrayInputStream(ByteBuffer.allocate(ITEM_HEADER)
                .order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0xFFFE)
                .putShort((short) 0xE000)
                .putInt((int) length)
                .array());
    }

    private static InputStream body(int tag, Object fragment, VR vr, boolean bigEndian) {
        return fragment instanceof byte[] bytes
                ? new ByteArrayInputStream(bytes)
                : open(tag, (Value) fragment, vr, bigEndian);
    }

    /** Of the cause only its class: its message names a file, as a rule by the object's UID. */
    static IOException unreadable(int tag, Class<?> cause) {
        return new UnreadableValueException(
                "The archive keeps the value of " + Tag.toString(tag) + " elsewhere, where it can't be read ("
                        + cause.getSimpleName() + "); look whether its storage is there and complete");
    }
}
