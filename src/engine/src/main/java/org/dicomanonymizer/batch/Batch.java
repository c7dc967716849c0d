// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.Reidentifier;

/**
 * A run over a file or a folder with all its subfolders: every input has a result, and one that is refused or fails keeps no
 * other from being treated. Inputs are never changed; an output appears under its name only when it is complete.
 *
 * <pre>{@code
 * Batch batch = Batch.of(anonymizer, Path.of("in"), Path.of("out")).build();
 * BatchSummary summary = batch.run(result -> System.out.println(result.input() + ": " + result.outcome()));
 * }</pre>
 *
 * <p>Of a folder the relative paths are kept: names of files and folders that tell a patient have to be changed before.
 */
public final class Batch {
    private final Anonymizer anonymizer;
    private final FileTask task;
    private final Plan plan;
    private final int threads;
    private final boolean overwrite;
    private final boolean stopOnProblem;
    private final boolean dryRun;

    private Batch(Builder builder) {
        anonymizer = builder.anonymizer;
        task = builder.task;
        plan = Plan.of(builder.input, builder.output, builder.intoFolder);
        threads = builder.threads;
        overwrite = builder.overwrite;
        stopOnProblem = builder.stopOnProblem;
        dryRun = builder.dryRun;
    }

    /** A run that reads {@code input}, a file or folder, and writes {@code output}; a folder that is missing is made. */
    public static Builder of(Anonymizer anonymizer, Path input, Path output) {
        return new Builder(anonymizer, FileTask.of(Objects.requireNonNull(anonymizer, "anonymizer")), input, output);
    }

    /** A run that restores encrypted originals; otherwise as {@link #of(Anonymizer, Path, Path)}. */
    public static Builder of(Reidentifier reidentifier, Path input, Path output) {
        return new Builder(null, FileTask.of(Objects.requireNonNull(reidentifier, "reidentifier")), input, output);
    }

    /**
     * Makes the folder of the outputs, unless it is a dry run; {@link #run} does it too.
     *
     * @throws org.dicomanonymizer.rule.ConfigurationException if it can't be made or written to
     */
    public void prepare() {
        if (!dryRun) plan.prepare();
    }

    /**
     * Treats all inputs and returns when the last one is finished. If the thread is interrupted it ends early, and the
     * thread stays interrupted.
     *
     * @param listeners who is told of each result
     * @throws org.dicomanonymizer.rule.ConfigurationException if the output folder can't be made; nothing has been treated
     */
    public BatchSummary run(BatchListener... listeners) {
        prepare();
        try {
            return new Run(this, plan.inputs(), List.of(listeners)).execute();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts the files of the input, for telling how far a run has come; may take a while, and may be interrupted. */
    public long count() {
        return plan.count();
    }

    public Path input() {
        return plan.input();
    }

    public Path output() {
        return plan.output();
    }

    public boolean isDryRun() {
        return dryRun;
    }

    /** By what the run de-identifies; empty if it restores encrypted originals. */
    public Optional<Anonymizer> anonymizer() {
        return Optional.ofNullable(anonymizer);
    }

    FileTask task() {
        return task;
    }

    Plan plan() {
        return plan;
    }

    int threads() {
        return threads;
    }

    boolean overwrites() {
        return overwrite;
    }

    boolean stopsOnProblem() {
        return stopOnProblem;
    }

    /** Gathers how a run is to be done. Not thread-safe. */
    public static final class Builder {
        private final Anonymizer anonymizer;
        private final FileTask task;
        private final Path input;
        private final Path output;
        private boolean intoFolder;
        private int threads = Runtime.getRuntime().availableProcessors();
        private boolean overwrite;
        private boolean stopOnProblem;
        private boolean dryRun;

        private Builder(Anonymizer anonymizer, FileTask task, Path input, Path output) {
            this.anonymizer = anonymizer;
            this.task = task;
            this.input = Objects.requireNonNull(input, "input");
            this.output = Objects.requireNonNull(output, "output");
        }

        /** Whether the output of a single file is a folder to be made; one that exists is recognised anyway. */
        public Builder intoFolder(boolean into) {
            intoFolder = into;
            return this;
        }

        /** How many inputs are treated at once, at least 1; by default as many as there are processors. */
        public Builder threads(int count) {
            if (count < 1) throw new IllegalArgumentException("threads: at least 1");
            threads = count;
            return this;
        }

        /** Whether outputs that exist are replaced; by default their inputs are refused. */
        public Builder overwrite(boolean replace) {
            overwrite = replace;
            return this;
        }

        /** Whether the first refusal or failure ends the run; by default the others are treated. */
        public Builder stopOnProblem(boolean stop) {
            stopOnProblem = stop;
            return this;
        }

        /** Whether everything is only read and treated, and nothing written. */
        public Builder dryRun(boolean dry) {
            dryRun = dry;
            return this;
        }

        /**
         * Checks input and output.
         *
         * @throws org.dicomanonymizer.rule.ConfigurationException if the input is missing, or the output is, holds or lies in
         *     the input; nothing has been written
         */
        public Batch build() {
            return new Batch(this);
        }
    }
}
