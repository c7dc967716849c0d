// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.batch.Reasons;
import org.dicomanonymizer.encryption.Recipients;
import org.dicomanonymizer.profile.DictionaryFile;
import org.dicomanonymizer.profile.Problem;
import org.dicomanonymizer.profile.ProblemCode;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.profile.ProfileReader;
import org.dicomanonymizer.profile.Profiles;
import org.dicomanonymizer.profile.Rule;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.standard.Edition;
import org.dicomanonymizer.standard.ProfileOption;
import picocli.CommandLine.Option;

/** The options that say what is done to the attributes. */
final class RuleOptions {
    @Option(
            names = "--profile",
            paramLabel = "NAME|FILE",
            completionCandidates = ProfileNames.class,
            description =
                    "What is done where no rule of your own says otherwise: one of ${COMPLETION-CANDIDATES}, or a file;"
                            + " by default basic.")
    private String profileName;

    @Option(
            names = "--option",
            paramLabel = "NAME",
            split = ",",
            completionCandidates = OptionNames.class,
            description =
                    "An option of PS3.15 to take beside those of the profile: ${COMPLETION-CANDIDATES}. May be given"
                            + " many times.")
    private final List<String> options = new ArrayList<>();

    @Option(
            names = TagRule.OPTION,
            paramLabel = "TAG ACTION [ARG...] [NAME=VALUE...]",
            parameterConsumer = TagRule.Consumer.class,
            description = "A rule of your own: what is done to a tag. May be given many times; the later one wins.")
    private final List<TagRule> tags = new ArrayList<>();

    @Option(
            names = "--dictionary",
            paramLabel = "FILE",
            description = "A JSON file with rules of your own; they win over those of -t.")
    private Path dictionary;

    @Option(
            names = {"--keepPrivateTags", "--keep-private-tags"},
            description = "Keeps the private attributes that no rule names. They may hold anything.")
    private boolean keepPrivate;

    @Option(
            names = "--edition",
            paramLabel = "NAME",
            completionCandidates = Editions.class,
            description =
                    "The edition of PS3.15 whose table applies: ${COMPLETION-CANDIDATES}; by default that of the profile.")
    private String edition;

    @Option(
            names = "--recipient",
            paramLabel = "FILE",
            description =
                    "The X.509 certificate of somebody who may restore what the action encrypt takes away, in PEM or"
                            + " DER. May be given many times.")
    private final List<Path> recipients = new ArrayList<>();

    private final List<String> warnings = new ArrayList<>();

    /**
     * Gives them to a builder.
     *
     * @throws ConfigurationException if a rule can't be read; all faults are told
     */
    void applyTo(Anonymizer.Builder builder) {
        List<String> problems = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        Profile profile = profile(problems);
        for (TagRule tag : tags) {
            try {
                rules.add(tag.toRule());
            } catch (ConfigurationException e) {
                problems.addAll(e.problems());
            }
        }
        if (dictionary != null) {
            try {
                rules.addAll(DictionaryFile.read(dictionary));
            } catch (ConfigurationException e) {
                problems.addAll(e.problems());
            } catch (IOException e) {
                problems.add("--dictionary " + dictionary + ": " + Reasons.of(e));
            }
        }
        try {
            builder.recipients(Recipients.read(recipients));
        } catch (ConfigurationException e) {
            e.problems().forEach(problem -> problems.add("--recipient " + problem));
        }
        if (!problems.isEmpty()) throw new ConfigurationException(problems);
        builder.profile(keepPrivate ? profile.withPrivateKept(true) : profile);
        rules.forEach(builder::rule);
    }

    /** The profile without the rules of the command line. */
    private Profile profile(List<String> problems) {
        Profile profile = Profile.basic();
        if (profileName != null) {
            ProfileReader.Reading reading = Profiles.find(profileName);
            for (Problem problem : reading.problems())
                if (problem.code().isError()) problems.add("--profile " + problem);
                else if (problem.code() == ProblemCode.NO_EFFECT) warnings.add(problem.toString());
            if (reading.profile() != null) profile = reading.profile();
        }
        Set<ProfileOption> taken = EnumSet.noneOf(ProfileOption.class);
        taken.addAll(profile.options());
        for (String option : options) {
            try {
                taken.add(ProfileOption.parse(option.strip()));
            } catch (IllegalArgumentException e) {
                problems.add("--option: " + e.getMessage());
            }
        }
        if (edition == null) return profile.withOptions(taken);
        try {
            return profile.withOptions(taken).withEdition(Edition.of(edition));
        } catch (IllegalArgumentException e) {
            problems.add("--edition: " + e.getMessage());
            return profile;
        }
    }

    /** What the author of the profile should know beside what its compilation tells; complete when the options are applied. */
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** The ready-made profiles for the help text. */
    static final class ProfileNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Profiles.names().iterator();
        }
    }

    /** The options for the help text. */
    static final class OptionNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(ProfileOption.values())
                    .map(ProfileOption::text)
                    .iterator();
        }
    }

    /** The editions for the help text. */
    static final class Editions implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Edition.names().iterator();
        }
    }
}
