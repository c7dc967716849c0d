// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import java.nio.file.Path;
import org.dicomanonymizer.batch.Batch;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say how a run is done, whatever is done to the attributes. */
final class RunOptions {
    private static final int MAX_THREADS = 1024;

    private enum OnError {
        CONTINUE,
        STOP
    }

    @Option(
            names = "-j",
            paramLabel = "N",
            converter = ThreadsConverter.class,
            description = "How many files are treated at once, by default as many as there are processors.")
    private Integer threads;

    @Option(
            names = "--dry-run",
            description = "Writes nothing but tells what would be done, by tag and rule, without values.")
    private boolean dryRun;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description =
                    "Writes a JSON file with the result of each input and what was done to which tags, without values.")
    private Path report;

    @Option(
            names = "--overwrite",
            description = "Replaces outputs that exist; by default they stay and their inputs are refused.")
    private boolean overwrite;

    @Option(
            names = "--on-error",
            paramLabel = "continue|stop",
            converter = OnErrorConverter.class,
            description = "Whether the others are treated when an input is refused or fails; by default they are.")
    private OnError onError = OnError.CONTINUE;

    @Option(names = "--quiet", description = "Tells only what went wrong.")
    private boolean quiet;

    void applyTo(Batch.Builder batch) {
        if (threads != null) batch.threads(threads);
        batch.overwrite(overwrite).stopOnProblem(onError == OnError.STOP).dryRun(dryRun);
    }

    boolean isDryRun() {
        return dryRun;
    }

    boolean overwrites() {
        return overwrite;
    }

    boolean isQuiet() {
        return quiet;
    }

    /** Null if none is wanted. */
    Path report() {
        return report;
    }

    private static final class ThreadsConverter implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            try {
                int number = Integer.parseInt(text);
                if (number >= 1 && number <= MAX_THREADS) return number;
            } catch (NumberFormatException e) {
                // told below, together with what is out of range
            }
            throw new TypeConversionException(
                    "expected a whole number from 1 to " + MAX_THREADS + ", but was '" + text + "'");
        }
    }

    private static final class OnErrorConverter implements ITypeConverter<OnError> {
        @Override
        public OnError convert(String text) {
            return switch (text) {
                case "continue" -> OnError.CONTINUE;
                case "stop" -> OnError.STOP;
                default -> throw new TypeConversionException("expected continue or stop, but was '" + text + "'");
            };
        }
    }
}
