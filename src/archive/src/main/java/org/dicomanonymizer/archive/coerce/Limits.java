// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dicomanonymizer.action.Keep;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.archive.profile.LoadedProfile;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.profile.PixelSettings;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.profile.Rule;
import org.dicomanonymizer.standard.ProfileOption;

/**
 * What a profile asks for and a coercion can't do. It is known before any object comes, so that objects are refused before
 * they are announced to a receiver: an object that is refused later takes the whole association with it.
 */
public final class Limits {
    private static final Set<ProfileOption> PIXEL_OPTIONS =
            Set.of(ProfileOption.CLEAN_PIXEL_DATA, ProfileOption.CLEAN_RECOGNIZABLE_VISUAL_FEATURES);

    /** Float, double float and plain pixel data. */
    private static final List<Integer> PIXELS = List.of(0x7FE00008, 0x7FE00009, Tags.PIXEL_DATA);

    private static final String ANY_UID = "1.2.3";

    private Limits() {}

    /** A line for each thing that the profile asks for and can't get on a channel, with the remedy; empty if there is none. */
    public static List<String> of(LoadedProfile loaded, Channel channel) {
        Optional<Profile> profile = loaded.profile();
        if (profile.isEmpty()) return List.of();
        return switch (channel) {
            case SENT -> sent(loaded, profile.get());
            case RECEIVED -> List.of();
            case ANSWERED -> answered(profile.get());
        };
    }

    private static List<String> sent(LoadedProfile loaded, Profile profile) {
        List<String> limits = new ArrayList<>();
        if (asksForPixels(profile))
            limits.add("profile " + profile.name() + " asks for work on pixels, which a coercion does not see;"
                    + " use the exporter (anonymized:), or a profile without it");
        for (int tag : PIXELS) addChanging(profile, tag, "which a coercion does not see; use the exporter", limits);
        for (int tag : ImageDescription.TAGS)
            addChanging(profile, tag, "by which pixels and transfer go; keep it, or use the exporter", limits);
        if (loaded.isUsable()) {
            try {
                loaded.anonymizer().instanceUid(ANY_UID);
            } catch (RefusedException e) {
                limits.add(e.getMessage());
            }
        }
        return limits;
    }

    private static boolean asksForPixels(Profile profile) {
        return !profile.pixels().equals(PixelSettings.NONE)
                || profile.options().stream().anyMatch(PIXEL_OPTIONS::contains);
    }

    private static void addChanging(Profile profile, int tag, String reason, List<String> limits) {
        for (Rule rule : Rule.decidingAtRoot(profile.rules(), tag))
            if (rule.action() != Keep.INSTANCE)
                limits.add(rule.origin() + ": changes " + ImageDescription.name(tag) + ", " + reason);
    }

    /** The attributes that a condition asks about are not those of an answer about studies or patients. */
    private static List<String> answered(Profile profile) {
        return profile.rules().stream()
                .filter(rule -> rule.when() != null)
                .map(rule ->
                        rule.origin() + ": has a condition about objects, which can't be judged in answers to queries;"
                                + " use a profile without conditions for them")
                .toList();
    }
}
