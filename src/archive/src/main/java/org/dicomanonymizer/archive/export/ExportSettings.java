// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dcm4chee.arc.conf.ExporterDescriptor;
import org.dicomanonymizer.archive.export.send.PathPattern;
import org.dicomanonymizer.archive.export.send.Target;
import org.dicomanonymizer.rule.ConfigurationException;

/**
 * What an exporter of the archive's configuration asks for, checked as a whole.
 *
 * @param aeTitle  the archive's AE that objects are read and sent by
 * @param target   where they go; null as long as only a request tells
 * @param choice   where they may go by a request; empty if no request is asked
 * @param profiles the profiles that may be used; the first one is, unless a request names another
 * @param threads  how many objects are de-identified at once, 1 to 32; or 0 if the destination tells
 * @param paths    where each object lies below the folder; of {@link Target.Kind#DIR} only
 * @param zip      whether a ZIP file for each export takes the place of the folders
 * @param reports  where each export leaves a report, or null for nowhere
 */
record ExportSettings(
        String aeTitle,
        Target target,
        List<Target> choice,
        List<String> profiles,
        int threads,
        PathPattern paths,
        boolean zip,
        ReportFolder reports) {
    static final String PROFILE = "profile";
    static final String PROFILES = "profiles";
    static final String THREADS = "threads";
    static final String PATH = "path";
    static final String ZIP = "zip";
    static final String REPORT = "report";

    private static final Set<String> OF_ALL = Set.of(PROFILE, PROFILES, THREADS, REPORT);
    private static final Set<String> OF_FOLDERS = Set.of(PATH, ZIP);
    private static final Set<String> OF_CHOICES = Set.of(DestinationChoice.DESTINATIONS, DestinationChoice.ROLES);
    private static final int MAX_THREADS = 32;
    private static final int MIN_DEFAULT_THREADS = 2;

    /**
     * Checks the configuration of an exporter.
     *
     * @throws ConfigurationException telling everything that is wrong with it
     */
    static ExportSettings of(ExporterDescriptor descriptor) {
        return new Reading(descriptor).read();
    }

    /** Whether each request names one of several destinations. */
    boolean isChosenByRequest() {
        return !choice.isEmpty();
    }

    /** All destinations that there may be. */
    List<Target> targets() {
        return isChosenByRequest() ? choice : List.of(target);
    }

    /** The same with one of its destinations. */
    ExportSettings to(Target one) {
        return new ExportSettings(aeTitle, one, choice, profiles, threads, paths, zip, reports);
    }

    /** The attribute that names the destinations, for messages. */
    String whereTargetsStand() {
        return isChosenByRequest() ? "dcmProperty " + DestinationChoice.DESTINATIONS : "dcmURI";
    }

    /**
     * How many objects are de-identified at once. Unless that is configured it is one more than the destination takes at once:
     * while it confirms what it has been sent, the next one is made ready, and no session waits.
     *
     * @param sessions how many objects the destination takes at once
     */
    int threadsFor(int sessions) {
        if (threads > 0) return threads;
        return Math.min(MAX_THREADS, Math.max(MIN_DEFAULT_THREADS, sessions + 1));
    }

    /** How many objects are written at once where that is up to this server. */
    int writers() {
        return threads > 0 ? threads : MIN_DEFAULT_THREADS;
    }

    /** Gathers what is wrong on the way. */
    private static final class Reading {
        private final ExporterDescriptor descriptor;
        private final Map<String, String> properties;
        private final List<String> problems = new ArrayList<>();

        Reading(ExporterDescriptor descriptor) {
            this.descriptor = descriptor;
            this.properties = descriptor.getProperties();
        }

        ExportSettings read() {
            Optional<DestinationChoice> choice = DestinationChoice.of(descriptor);
            Target target = choice.isPresent() ? null : target();
            boolean folder = target != null && target.kind() == Target.Kind.DIR;
            checkNames(folder ? OF_FOLDERS : choice.isPresent() ? OF_CHOICES : Set.of());
            checkConsequences();
            ExportSettings settings = new ExportSettings(
                    aeTitle(),
                    target,
                    choice.map(this::targets).orElse(List.of()),
                    profiles(),
                    threads(),
                    folder ? paths() : null,
                    folder && zip(),
                    reports());
            if (problems.isEmpty()) return settings;
            throw new ConfigurationException(problems).at("Exporter " + descriptor.getExporterID());
        }

        private Target target() {
            try {
                return Target.parse(descriptor.getExportURI());
            } catch (ConfigurationException e) {
                problems.addAll(e.problems());
                return null;
            }
        }

        private String aeTitle() {
            String aeTitle = descriptor.getAETitle();
            if (aeTitle == null || aeTitle.isBlank())
                problems.add("dicomAETitle is missing; name the archive's AE that reads the objects");
            return aeTitle;
        }

        private List<Target> targets(DestinationChoice choice) {
            List<Target> targets = new ArrayList<>();
            for (String destination : choice.destinations()) {
                try {
                    targets.add(Target.parse(destination));
                } catch (ConfigurationException e) {
                    problems.addAll(e.at("dcmProperty destinations").problems());
                }
            }
            if (choice.destinations().isEmpty())
                problems.add(
                        "dcmProperty destinations=DESTINATION,DESTINATION is missing; name those that a request may"
                                + " choose, such as dicom:AETITLE");
            return targets;
        }

        /** Checks that every property is one of all exporters, or one that this kind of exporter has besides. */
        private void checkNames(Set<String> besides) {
            for (String name : properties.keySet()) {
                if (OF_ALL.contains(name) || besides.contains(name)) continue;
                problems.add("dcmProperty " + name
                        + (OF_FOLDERS.contains(name)
                                ? " is for dcmURI anonymized:dir:... only; remove it"
                                : OF_CHOICES.contains(name)
                                        ? " is for dcmURI anonymized:requested only; remove it"
                                        : " is not known; known are profile, profiles, threads, report, with"
                                                + " anonymized:dir:... path and zip, and with anonymized:requested"
                                                + " destinations and roles"));
            }
        }

        /** What the archive does on its own after an export names, or removes, the originals. */
        private void checkConsequences() {
            refuse(isSet(descriptor.getIanDestinations()), "dcmIanDestination", "notifies others of the original UIDs");
            refuse(isSet(descriptor.getStgCmtSCPAETitle()), "dcmStgCmtSCP", "asks about the original UIDs");
            refuse(
                    isSet(descriptor.getDeleteStudyFromStorageID()),
                    "dcmDeleteStudyFromStorageID",
                    "deletes originals of which only a de-identified copy was made");
            refuse(
                    descriptor.isRejectForDataRetentionExpiry(),
                    "dcmRejectForDataRetentionExpiry",
                    "rejects originals of which only a de-identified copy was made");
            refuse(descriptor.isExportAsSourceAE(), "dcmExportAsSourceAE", "tells the destination the original source");
        }

        private static boolean isSet(String... values) {
            return values != null && Arrays.stream(values).anyMatch(value -> value != null && !value.isBlank());
        }

        private void refuse(boolean set, String attribute, String reason) {
            if (set) problems.add(attribute + " " + reason + "; remove it");
        }

        private List<String> profiles() {
            String profile = descriptor.getProperty(PROFILE, "").strip();
            if (profile.isEmpty())
                problems.add("dcmProperty profile=NAME is missing; name the de-identification profile to use");
            Set<String> profiles = new LinkedHashSet<>();
            profiles.add(profile);
            for (String name : descriptor.getProperty(PROFILES, "").split(","))
                if (!name.isBlank()) profiles.add(name.strip());
            return List.copyOf(profiles);
        }

        private int threads() {
            String text = descriptor.getProperty(THREADS, "").strip();
            if (!properties.containsKey(THREADS)) return 0;
            if (text.matches("\\d{1,2}")) {
                int threads = Integer.parseInt(text);
                if (threads >= 1 && threads <= MAX_THREADS) return threads;
            }
            problems.add("dcmProperty threads has to be a number from 1 to " + MAX_THREADS);
            return 1;
        }

        private PathPattern paths() {
            String text = descriptor.getProperty(PATH, PathPattern.DEFAULT);
            try {
                return PathPattern.parse(text);
            } catch (ConfigurationException e) {
                problems.addAll(e.at("dcmProperty path").problems());
                return null;
            }
        }

        private ReportFolder reports() {
            String text = descriptor.getProperty(REPORT, null);
            if (text == null) return null;
            try {
                return ReportFolder.parse(text.strip());
            } catch (ConfigurationException e) {
                problems.addAll(e.at("dcmProperty report").problems());
                return null;
            }
        }

        private boolean zip() {
            String text = descriptor.getProperty(ZIP, "false").strip();
            if (!text.equals("true") && !text.equals("false")) problems.add("dcmProperty zip has to be true or false");
            return text.equals("true");
        }
    }
}
