// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.batch.Reasons;
import org.dicomanonymizer.encryption.Recipients;
import org.dicomanonymizer.profile.DictionaryFile;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.profile.Rule;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.standard.Edition;
import picocli.CommandLine.Option;

/** The options that say what is done to the attributes. */
final class RuleOptions {
    @Option(
            names = TagRule.OPTION,
            paramLabel = "TAG ACTION [ARG...]",
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
            description = "The edition of PS3.15 whose table applies: ${COMPLETION-CANDIDATES}; by default the newest.")
    private String edition;

    @Option(
            names = "--recipient",
            paramLabel = "FILE",
            description =
                    "The X.509 certificate of somebody who may restore what the action encrypt takes away, in PEM or"
                            + " DER. May be given many times.")
    private final List<Path> recipients = new ArrayList<>();

    /**
     * Gives them to a builder.
     *
     * @throws ConfigurationException if a rule can't be read; all faults are told
     */
    void applyTo(Anonymizer.Builder builder) {
        List<String> problems = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        Profile profile = Profile.basic();
        if (edition != null) {
            try {
                profile = profile.withEdition(Edition.of(edition));
            } catch (IllegalArgumentException e) {
                problems.add("--edition: " + e.getMessage());
            }
        }
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
        builder.profile(profile).keepPrivate(keepPrivate);
        rules.forEach(builder::rule);
    }

    /** The names for the help text. */
    static final class Editions implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Edition.names().iterator();
        }
    }
}
