// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import java.util.ArrayList;
import java.util.List;
import org.dicomanonymizer.action.Effect;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.Tag;
import org.dicomanonymizer.dicom.Tags;

/**
 * Overlay planes that stand in bits of Pixel Data (7FE0,0010) which the image itself leaves unused, as retired editions of the
 * standard allow (PS3.5 section 8.1.2): taking the attributes of such a plane away leaves the drawing, so the bits go as well.
 */
public final class EmbeddedOverlays {
    private static final int OVERLAY_BIT_POSITION = 0x0102;
    private static final int OVERLAY_DATA = 0x3000;
    private static final int BITS_ALLOCATED = 0x00280100;
    private static final int BITS_STORED = 0x00280101;
    private static final int HIGH_BIT = 0x00280102;

    private static final EmbeddedOverlays NONE = new EmbeddedOverlays(List.of(), 0);

    /** A plane and the one bit of it; alone if nothing else than Pixel Data holds it. */
    private record Plane(int group, int bit, boolean alone) {}

    private final List<Plane> planes;
    private final int bitsAllocated;

    private EmbeddedOverlays(List<Plane> planes, int bitsAllocated) {
        this.planes = planes;
        this.bitsAllocated = bitsAllocated;
    }

    /** Those of an object that has not been treated yet. */
    static EmbeddedOverlays of(DataSet root) {
        return root.contains(Tags.PIXEL_DATA) ? inPixelsOf(root) : NONE;
    }

    /**
     * The attributes that tell where planes stand which nothing but Pixel Data holds, be these part of the data set or kept
     * elsewhere: Overlay Bit Position (60xx,0102) of each.
     */
    public static List<Integer> positionsInPixels(DataSet root) {
        return inPixelsOf(root).planes.stream()
                .filter(Plane::alone)
                .map(plane -> Tag.of(plane.group, OVERLAY_BIT_POSITION))
                .toList();
    }

    private static EmbeddedOverlays inPixelsOf(DataSet root) {
        List<Plane> planes = new ArrayList<>();
        for (int tag : root.tags()) {
            if (!StandardRules.isOverlay(tag) || Tag.element(tag) != OVERLAY_BIT_POSITION) continue;
            int group = Tag.group(tag);
            Plane plane = new Plane(group, number(root, tag), !root.contains(Tag.of(group, OVERLAY_DATA)));
            if (isUnusedByImage(root, plane)) planes.add(plane);
        }
        return planes.isEmpty() ? NONE : new EmbeddedOverlays(planes, number(root, BITS_ALLOCATED));
    }

    /** Of an image that does not tell which bits it uses, any but the lowest may be a plane's. */
    private static boolean isUnusedByImage(DataSet root, Plane plane) {
        int allocated = number(root, BITS_ALLOCATED);
        int stored = number(root, BITS_STORED);
        int high = number(root, HIGH_BIT);
        if (allocated < 1 || stored < 1 || high < 0) return plane.bit > 0 && plane.alone;
        return plane.bit >= 0 && plane.bit < allocated && (plane.bit > high || plane.bit <= high - stored);
    }

    private static int number(DataSet set, int tag) {
        try {
            String text = set.string(tag);
            return text == null ? -1 : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /**
     * Clears the bits of the planes that the treated object no longer has.
     *
     * @throws RefusedException if they can't be cleared
     */
    void clearRemoved(DataSet root, ChangeLog log) {
        int bits = 0;
        boolean alone = false;
        for (Plane plane : planes) {
            if (root.contains(Tag.of(plane.group, OVERLAY_BIT_POSITION))) continue;
            bits |= 1 << plane.bit;
            alone |= plane.alone;
        }
        if (bits == 0 || !root.contains(Tags.PIXEL_DATA)) return;
        boolean cleared =
                (bitsAllocated == 8 || bitsAllocated == 16) && root.clearBits(Tags.PIXEL_DATA, bitsAllocated / 8, bits);
        if (cleared) log.record(Tags.PIXEL_DATA, Effect.CLEANED, "bits of removed overlay planes");
        else if (alone)
            throw new RefusedException(
                    "an overlay plane stands in unused bits of Pixel Data (7FE0,0010), as (60xx,0102) tells,"
                            + " and can't be taken out of it since the pixels are compressed or not of 8 or 16 bits;"
                            + " decompress the object first, or keep the plane (60xx,eeee) by a rule");
    }
}
