// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.VR;

/**
 * Values of unknown VR that begin like a sequence but could not be read as one. What stands in their items can't be treated,
 * so they can't be kept.
 */
final class HiddenItems {
    /** The tag of an item, as items in UN are encoded: implicit VR little endian (PS3.5 section 6.2.2). */
    private static final byte[] ITEM = {(byte) 0xFE, (byte) 0xFF, 0x00, (byte) 0xE0};

    private HiddenItems() {}

    static boolean in(DataSet dataSet, int tag) {
        if (dataSet.vr(tag) != VR.UN) return false;
        try (InputStream value = dataSet.open(tag)) {
            return Arrays.equals(value.readNBytes(ITEM.length), ITEM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
