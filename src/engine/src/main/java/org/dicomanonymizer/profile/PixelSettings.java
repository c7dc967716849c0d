// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.profile;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dicomanonymizer.rule.Condition;

/**
 * What is done to pixels.
 *
 * @param regions    what is blanked, where
 * @param onBurnedIn what happens to an object that says that identities are burned into its pixels, and whose pixels no region
 *                   covers; null if nothing is asked
 */
public record PixelSettings(List<Region> regions, BurnedIn onBurnedIn) {
    /** Pixels stay as they are. */
    public static final PixelSettings NONE = new PixelSettings(List.of(), null);

    public PixelSettings {
        regions = List.copyOf(regions);
    }

    /** What happens to an object with burned-in identities. */
    public enum BurnedIn {
        /** It is refused. */
        REFUSE,
        /** It passes with a warning. */
        WARN
    }

    /**
     * Rectangles to blank in the frames of some objects.
     *
     * @param when       in which objects, asked of the root; null for all
     * @param rectangles one or more
     */
    public record Region(Condition when, List<Rectangle> rectangles) {
        public Region {
            rectangles = List.copyOf(rectangles);
        }
    }

    /** A rectangle in pixels from the upper left corner of a frame: x and y of its corner from 0, width and height from 1. */
    public record Rectangle(int x, int y, int width, int height) {
        private static final Pattern FORM =
                Pattern.compile("\\s*(\\d{1,6})\\s*,\\s*(\\d{1,6})\\s*,\\s*(\\d{1,6})\\s*,\\s*(\\d{1,6})\\s*");

        public Rectangle {
            if (x < 0 || y < 0 || width < 1 || height < 1)
                throw new IllegalArgumentException("a rectangle begins at 0,0 or later and has one pixel at least");
        }

        /**
         * Reads {@code x,y,width,height}.
         *
         * @throws IllegalArgumentException if it is none
         */
        public static Rectangle parse(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches())
                throw new IllegalArgumentException("\"" + text
                        + "\" is no rectangle; write \"x,y,width,height\" in pixels, such as \"0,0,800,60\"");
            return new Rectangle(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    Integer.parseInt(matcher.group(3)),
                    Integer.parseInt(matcher.group(4)));
        }

        /** As {@link #parse} reads it. */
        @Override
        public String toString() {
            return x + "," + y + "," + width + "," + height;
        }
    }
}
