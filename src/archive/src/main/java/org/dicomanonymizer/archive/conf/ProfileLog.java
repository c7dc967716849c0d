// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.conf;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dicomanonymizer.archive.profile.LoadedProfile;
import org.dicomanonymizer.archive.profile.ProfileSet;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.standard.ProfileOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Tells the administrator in the server's log what became of the profiles of a configuration. */
final class ProfileLog {
    private static final Logger LOG = LoggerFactory.getLogger(AnonymizerDeviceExtension.class);

    /** A line of the log. */
    record Line(Level level, String text) {}

    private ProfileLog() {}

    static void write(ProfileSet profiles) {
        lines(profiles).forEach(line -> LOG.atLevel(line.level()).log(line.text()));
    }

    /** A line for each usable profile, and one for each warning; one for each that can't be used, with all reasons. */
    static Stream<Line> lines(ProfileSet profiles) {
        return profiles.all().stream().flatMap(ProfileLog::lines);
    }

    private static Stream<Line> lines(LoadedProfile profile) {
        if (!profile.isUsable())
            return Stream.of(new Line(
                    Level.ERROR,
                    "De-identification profile " + profile.name()
                            + " can't be used, and its objects are refused until it is mended: "
                            + String.join("; ", profile.errors())));
        Line ready = new Line(
                Level.INFO, "De-identification profile " + profile.name() + " is in force: " + summary(profile));
        return Stream.concat(
                Stream.of(ready),
                profile.warnings().stream()
                        .map(warning ->
                                new Line(Level.WARN, "De-identification profile " + profile.name() + ": " + warning)));
    }

    private static String summary(LoadedProfile loaded) {
        Profile profile = loaded.anonymizer().profile();
        String table = profile.edition() == null
                ? "no table of the standard"
                : "edition " + profile.edition().name();
        String options = profile.options().isEmpty()
                ? "no options"
                : profile.options().stream().map(ProfileOption::text).collect(Collectors.joining(", "));
        return table + "; " + options + "; rules of the site: "
                + profile.rules().size();
    }
}
