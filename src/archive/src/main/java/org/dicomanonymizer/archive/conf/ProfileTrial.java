// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import java.util.List;
import org.dicomanonymizer.archive.profile.LoadedProfile;
import org.dicomanonymizer.archive.profile.ProfileEntry;
import org.dicomanonymizer.profile.Problem;
import org.dicomanonymizer.profile.ProfileReader;
import org.dicomanonymizer.rule.ConfigurationException;

/**
 * What would become of the text of a profile in this archive; nothing is changed by it. Files that it refers to are read.
 *
 * @param problems what is wrong in the text, with its place; {@link #NAME} stands for the text, other files have their names
 * @param faults   what else hinders its use here; empty if there are errors in the text
 * @param warnings what else the administrator should know
 */
public record ProfileTrial(List<Problem> problems, List<String> faults, List<String> warnings) {
    /** What stands for the text. */
    public static final String NAME = "profile";

    /** Tries a text in the engine's JSON. */
    public static ProfileTrial of(String json) {
        ProfileReader.Reading reading = ProfileReader.read(json, NAME, ProfileCompiler.folder());
        if (reading.profile() == null) return new ProfileTrial(reading.problems(), List.of(), List.of());
        LoadedProfile loaded = LoadedProfile.of(new ProfileEntry(NAME, json), ProfileCompiler.folder());
        if (!loaded.isUsable()) return new ProfileTrial(reading.problems(), withoutName(loaded.errors()), List.of());
        List<String> warnings = loaded.warnings().stream()
                .filter(warning ->
                        reading.problems().stream().noneMatch(problem -> warning.endsWith(problem.message())))
                .toList();
        return new ProfileTrial(reading.problems(), storable(json), withoutName(warnings));
    }

    /** It has none yet. */
    private static List<String> withoutName(List<String> faults) {
        String place = "profile " + NAME + ": ";
        return faults.stream()
                .map(fault -> fault.startsWith(place) ? fault.substring(place.length()) : fault)
                .toList();
    }

    private static List<String> storable(String json) {
        try {
            ProfileImport.read(json, NAME, null, ProfileCompiler.folder());
            return List.of();
        } catch (ConfigurationException e) {
            return e.problems();
        }
    }

    /** Whether it could be put in force. */
    public boolean isUsable() {
        return faults.isEmpty()
                && problems.stream().noneMatch(problem -> problem.code().isError());
    }
}
