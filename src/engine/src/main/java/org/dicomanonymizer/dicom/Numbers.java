// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Binary numbers and their decimal form; AT as 8 hexadecimal digits. */
final class Numbers {
    private static final BigInteger UNSIGNED_64 = BigInteger.ONE.shiftLeft(64);

    private Numbers() {}

    /** The numbers in a value; bytes beyond the last whole one are ignored. */
    static List<String> decode(VR vr, byte[] bytes, int from, int length, boolean bigEndian) {
        ByteBuffer in = ByteBuffer.wrap(bytes, from, length).order(order(bigEndian));
        List<String> numbers = new ArrayList<>(length / vr.numberSize());
        while (in.remaining() >= vr.numberSize()) {
            numbers.add(
                    switch (vr) {
                        case AT ->
                            HexFormat.of().withUpperCase().toHexDigits(in.getShort())
                                    + HexFormat.of().withUpperCase().toHexDigits(in.getShort());
                        case FD -> Double.toString(in.getDouble());
                        case FL -> Float.toString(in.getFloat());
                        case SL -> Integer.toString(in.getInt());
                        case SS -> Short.toString(in.getShort());
                        case SV -> Long.toString(in.getLong());
                        case UL -> Integer.toUnsignedString(in.getInt());
                        case US -> Integer.toString(in.getShort() & 0xFFFF);
                        default -> Long.toUnsignedString(in.getLong());
                    });
        }
        return numbers;
    }

    /**
     * The encoded value.
     *
     * @throws IllegalArgumentException if one is no number, or does not fit
     */
    static byte[] encode(VR vr, List<String> numbers, boolean bigEndian) {
        ByteBuffer out = ByteBuffer.allocate(numbers.size() * vr.numberSize()).order(order(bigEndian));
        for (String number : numbers) {
            try {
                put(out, vr, number.strip());
            } catch (IllegalArgumentException | ArithmeticException e) {
                // Without its cause, whose message holds the value.
                throw new IllegalArgumentException("A value is no number that fits VR " + vr);
            }
        }
        return out.array();
    }

    private static void put(ByteBuffer out, VR vr, String number) {
        switch (vr) {
            case AT -> {
                if (number.length() != 8) throw new NumberFormatException();
                int tag = HexFormat.fromHexDigits(number);
                out.putShort((short) Tag.group(tag)).putShort((short) Tag.element(tag));
            }
            case FD -> out.putDouble(Double.parseDouble(number));
            case FL -> out.putFloat(Float.parseFloat(number));
            default -> integer(out, vr, new BigInteger(number));
        }
    }

    private static void integer(ByteBuffer out, VR vr, BigInteger number) {
        boolean unsigned = vr == VR.UL || vr == VR.US || vr == VR.UV;
        int bits = vr.numberSize() * 8;
        if (unsigned ? number.signum() < 0 || number.bitLength() > bits : number.bitLength() >= bits) {
            throw new ArithmeticException();
        }
        long value = number.mod(UNSIGNED_64).longValue();
        switch (bits) {
            case 16 -> out.putShort((short) value);
            case 32 -> out.putInt((int) value);
            default -> out.putLong(value);
        }
    }

    private static ByteOrder order(boolean bigEndian) {
        return bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }
}
