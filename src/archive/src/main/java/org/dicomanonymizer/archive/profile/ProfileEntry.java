// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.profile;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A profile as the archive's configuration holds it, checked or not.
 *
 * @param name the name by which coercions and exporters refer to it
 * @param json the text of the profile, in the format of {@link org.dicomanonymizer.profile.ProfileReader}
 */
public record ProfileEntry(String name, String json) {
    /** What a name may consist of: it stands in URIs, in distinguished names and in paths. */
    public static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    public ProfileEntry {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(json, "json");
    }
}
