// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.CopyOption;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dicomanonymizer.action.Actions;
import org.dicomanonymizer.action.ElementAction;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomObject;
import org.dicomanonymizer.dicom.DicomReader;
import org.dicomanonymizer.dicom.DicomWriter;
import org.dicomanonymizer.dicom.FieldList;
import org.dicomanonymizer.encryption.Recipients;
import org.dicomanonymizer.engine.ChangeLog;
import org.dicomanonymizer.engine.CompiledProfile;
import org.dicomanonymizer.engine.ConformanceStatement;
import org.dicomanonymizer.engine.Preview;
import org.dicomanonymizer.engine.Treater;
import org.dicomanonymizer.identity.KeyReference;
import org.dicomanonymizer.identity.ProjectKey;
import org.dicomanonymizer.identity.Pseudonymizer;
import org.dicomanonymizer.profile.Profile;
import org.dicomanonymizer.profile.Rule;
import org.dicomanonymizer.rule.ConfigurationException;
import org.dicomanonymizer.rule.SelectorParser;

/**
 * De-identifies DICOM objects by a profile. Immutable, thread-safe, and worth keeping: the profile is compiled once.
 *
 * <pre>{@code
 * Anonymizer anonymizer = Anonymizer.builder().key(ProjectKey.read(Path.of("project.key"))).build();
 * anonymizer.anonymize(Path.of("in.dcm"), Path.of("out.dcm"));
 * }</pre>
 */
public final class Anonymizer {
    private final CompiledProfile profile;
    private final Treater treater;
    private final String keyId;

    private Anonymizer(CompiledProfile profile, ProjectKey key) {
        this.profile = profile;
        this.treater = new Treater(profile, new Pseudonymizer(key));
        this.keyId = key.id();
    }

    /** A builder that holds the Basic Profile of the newest edition, no rules, and a random key. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * De-identifies a file. The output appears under its name only when it is complete, in a folder that exists.
     *
     * @param options {@link StandardCopyOption#REPLACE_EXISTING} to replace an output that exists
     * @return what was done
     * @throws java.nio.file.FileAlreadyExistsException if the output exists and is not to be replaced
     * @throws IOException if the input can't be read or the output can't be written
     * @throws org.dicomanonymizer.action.RefusedException if the object can't be de-identified safely; nothing is written
     * @throws UnsupportedOperationException if another option is given
     */
    public ChangeLog anonymize(Path input, Path output, CopyOption... options) throws IOException {
        boolean replace = false;
        for (CopyOption option : options) {
            if (option != StandardCopyOption.REPLACE_EXISTING)
                throw new UnsupportedOperationException(option + " is not supported");
            replace = true;
        }
        if (replace && Files.exists(output) && Files.isSameFile(input, output))
            throw new FileSystemException(output.toString(), null, "is the input itself, which is never changed");
        try (DicomObject object = DicomReader.read(input)) {
            ChangeLog log = treat(object);
            DicomWriter.write(object, output, replace);
            return log;
        }
    }

    /**
     * De-identifies a stream, in constant memory: large values rest in a temporary file that only the owner can read. Nothing
     * is written before the whole object has been treated. Neither stream is closed.
     *
     * @throws IOException if the input can't be read or the output can't be written
     * @throws org.dicomanonymizer.action.RefusedException if the object can't be de-identified safely; nothing is written
     */
    public ChangeLog anonymize(InputStream input, OutputStream output) throws IOException {
        try (DicomObject object = DicomReader.read(input)) {
            ChangeLog log = treat(object);
            DicomWriter.write(object, output);
            return log;
        }
    }

    /**
     * De-identifies an object in place, with its file meta information and preamble: for callers that read and write
     * themselves.
     *
     * @throws IOException if a value that still lies in its source can't be read
     * @throws org.dicomanonymizer.action.RefusedException if it can't be de-identified safely; discard the object then, since
     *     part of it has been changed
     */
    public ChangeLog anonymize(DicomObject object) throws IOException {
        return treat(object);
    }

    private ChangeLog treat(DicomObject object) throws IOException {
        return unchecked(() -> treater.treatObject(object));
    }

    /** Gives back the checked exception of a value that could not be read when it was asked for. */
    private static <T> T unchecked(Supplier<T> treatment) throws IOException {
        try {
            return treatment.get();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Reads and treats a file without writing anything: what {@link #anonymize(Path, Path, CopyOption...)} would do. */
    public ChangeLog dryRun(Path input) throws IOException {
        try (DicomObject object = DicomReader.read(input)) {
            return treat(object);
        }
    }

    /** Shows element by element what {@link #anonymize(Path, Path, CopyOption...)} would do to a file; writes nothing. */
    public Preview preview(Path input) throws IOException {
        try (DicomObject object = DicomReader.read(input)) {
            return preview(object);
        }
    }

    /**
     * Shows what happens to an object; it is changed by that, so discard it.
     *
     * @throws IOException if a value can't be read
     * @throws org.dicomanonymizer.action.RefusedException if it can't be de-identified safely
     */
    public Preview preview(DicomObject object) throws IOException {
        return unchecked(() -> treater.preview(object));
    }

    /**
     * De-identifies a data set in place.
     *
     * @throws UncheckedIOException if a value that still lies in its file can't be read, or is too long to be treated
     * @throws org.dicomanonymizer.action.RefusedException if it can't be de-identified safely; discard the data set then, since
     *     part of it has been changed
     */
    public ChangeLog anonymize(DataSet dataSet) {
        return treater.treat(dataSet);
    }

    /**
     * The SOP Instance UID that objects of an original one get: for those who have to announce an object before they treat it.
     *
     * @throws org.dicomanonymizer.action.RefusedException if the profile lets it depend on more than the original one, or leaves
     *     none
     */
    public String instanceUid(String original) {
        return treater.instanceUid(original);
    }

    /**
     * De-identifies fields that come from elsewhere than a DICOM file; see {@link FieldList} for their form.
     *
     * @return the fields that are left, in the same form
     */
    public List<Map<String, Object>> anonymize(List<? extends Map<String, ?>> fields) {
        DataSet dataSet = FieldList.toDataSet(fields);
        treater.treat(dataSet);
        return FieldList.of(dataSet);
    }

    /** The profile, with the rules that were added. */
    public Profile profile() {
        return profile.profile();
    }

    /**
     * The section on de-identification of a conformance statement (PS3.15 Annex E), in Markdown.
     *
     * @throws org.dicomanonymizer.rule.ConfigurationException if the profile does not de-identify
     */
    public String conformanceStatement() {
        return new ConformanceStatement(profile).toMarkdown();
    }

    /** Names the key without telling it, see {@link ProjectKey#id}. */
    public String keyId() {
        return keyId;
    }

    /** What the author of the rules should know, though nothing is wrong enough to stop. */
    public List<String> warnings() {
        return profile.warnings();
    }

    /** Gathers what an {@link Anonymizer} is made of. Not thread-safe. */
    public static final class Builder {
        private Profile profile = Profile.basic();
        private ProjectKey key;
        private Recipients recipients = Recipients.NONE;
        private final List<Rule> rules = new ArrayList<>();

        private Builder() {}

        /** The profile; the Basic Profile by default. */
        public Builder profile(Profile profile) {
            this.profile = profile;
            return this;
        }

        /**
         * The key that UIDs and pseudonyms are derived from; by default the one that the profile refers to, else a random one,
         * which no later run can repeat.
         */
        public Builder key(ProjectKey key) {
            this.key = key;
            return this;
        }

        /** Those who may restore what rules with the action {@code encrypt} select, beside the recipients of the profile. */
        public Builder recipients(Recipients others) {
            recipients = recipients.and(others);
            return this;
        }

        /** Whether private attributes stay that no rule selects. */
        public Builder keepPrivate(boolean keep) {
            profile = profile.withPrivateKept(keep);
            return this;
        }

        /**
         * Adds a rule that wins over the profile.
         *
         * @param selector  which elements, in the forms of {@link SelectorParser#parse}
         * @param action    the action's name
         * @param arguments its parameters in their order
         * @throws org.dicomanonymizer.rule.ConfigurationException if one of them is wrong
         */
        public Builder rule(String selector, String action, String... arguments) {
            return rule(Rule.of(
                    SelectorParser.parse(selector),
                    action,
                    Actions.parameters(action, List.of(arguments)),
                    "rule " + (rules.size() + 1)));
        }

        /** Adds a rule that calls a function; otherwise as {@link #rule(String, String, String...)}. */
        public Builder rule(String selector, ElementAction.Custom function) {
            return rule(new Rule(
                    SelectorParser.parse(selector),
                    ElementAction.of(function),
                    "function",
                    "rule " + (rules.size() + 1)));
        }

        /** Adds a rule that wins over the profile. */
        public Builder rule(Rule rule) {
            rules.add(rule);
            return this;
        }

        /**
         * Compiles the profile.
         *
         * @throws org.dicomanonymizer.rule.ConfigurationException if rules can't be used, all of which are told, or if the
         *     profile refers to a key that can't be read
         */
        public Anonymizer build() {
            CompiledProfile compiled = CompiledProfile.of(profile.with(rules), recipients);
            return new Anonymizer(compiled, key().forProject(profile.identity().project()));
        }

        private ProjectKey key() {
            KeyReference reference = profile.identity().key();
            if (key != null) return key;
            if (reference == null) return ProjectKey.random();
            try {
                return reference.read();
            } catch (IOException e) {
                String reason = e instanceof NoSuchFileException ? reference + " does not exist" : e.getMessage();
                throw new ConfigurationException("profile " + profile.name() + ": " + reason);
            }
        }
    }
}
