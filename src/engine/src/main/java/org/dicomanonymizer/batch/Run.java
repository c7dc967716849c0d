// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * One execution of a batch: each thread fetches an input when it is free, so that nothing is gathered in memory however many
 * inputs there are.
 */
final class Run {
    private final Batch batch;
    private final Iterator<Found> inputs;
    private final List<BatchListener> listeners;
    private final FileTreatment treatment;
    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    private long bytes;
    private volatile boolean stopped;
    private volatile Throwable fault;

    Run(Batch batch, Iterator<Found> inputs, List<BatchListener> listeners) {
        this.batch = batch;
        this.inputs = inputs;
        this.listeners = listeners;
        this.treatment = new FileTreatment(batch);
        for (Outcome outcome : Outcome.values()) counts.put(outcome, 0L);
    }

    BatchSummary execute() {
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 1; i <= batch.threads(); i++) threads.add(new Thread(this::work, "de-identify " + i));
        threads.forEach(Thread::start);
        threads.forEach(this::await);
        if (fault instanceof Error error) throw error;
        if (fault instanceof RuntimeException exception) throw exception;
        return new BatchSummary(counts, bytes, Duration.ofNanos(System.nanoTime() - start), inputs.hasNext());
    }

    /** Waits even if interrupted: what has been begun is finished, and nothing else is. */
    private void await(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
                stopped = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    private void work() {
        try {
            for (Found found = fetch(); found != null; found = fetch())
                finish(found.verdict() == null ? treatment.treat(found) : found.verdict());
        } catch (RuntimeException | Error e) {
            fault = e;
            stopped = true;
        }
    }

    private Found fetch() {
        synchronized (inputs) {
            return !stopped && inputs.hasNext() ? inputs.next() : null;
        }
    }

    private void finish(FileResult result) {
        synchronized (counts) {
            counts.merge(result.outcome(), 1L, Long::sum);
            if (result.outcome() == Outcome.DONE) bytes += result.size();
            if (batch.stopsOnProblem() && result.outcome().isProblem()) stopped = true;
            for (BatchListener listener : listeners) listener.finished(result);
        }
    }
}
