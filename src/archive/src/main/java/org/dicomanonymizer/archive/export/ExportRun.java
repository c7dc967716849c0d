// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.archive.export.send.DeidentifiedObject;
import org.dicomanonymizer.archive.export.send.RejectedException;
import org.dicomanonymizer.archive.export.send.Session;
import org.dicomanonymizer.archive.export.send.UnreachableException;
import org.dicomanonymizer.dicom.DicomException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends objects, several at once. The calling thread does the work and others help as far as the server has any to spare, so
 * that a busy server slows an export and never stops it. What happens to one object is its own affair, unless the
 * destination is not there.
 *
 * @param <T> what stands for an object
 */
final class ExportRun<T> {
    /** Brings forth a de-identified object. */
    interface Source<T> {
        /**
         * Reads and de-identifies.
         *
         * @throws RefusedException if it can't be de-identified safely
         * @throws DicomException if it is broken
         * @throws IOException if it can't be read
         */
        DeidentifiedObject deidentify(T match) throws IOException;
    }

    /** Hears what became of each object; called by many threads. */
    interface Listener<T> {
        /** The destination has it. */
        void completed(T match);

        /** It can't be sent, however often it is tried. */
        void refused(T match, String reason);

        /** It was not sent, and may be at the next try. */
        void failed(T match, String reason);
    }

    private static final Logger LOG = LoggerFactory.getLogger(ExportRun.class);

    /** After so many broken connections in a row the destination counts as lost. */
    private static final int MAX_BROKEN = 3;

    private final Source<T> source;
    private final SessionPool sessions;
    private final Listener<T> listener;
    private final Queue<T> queue;
    private final AtomicInteger broken = new AtomicInteger();
    private final AtomicReference<String> lost = new AtomicReference<>();
    private volatile boolean canceled;
    private int helping;
    private boolean over;

    ExportRun(Source<T> source, SessionPool sessions, Listener<T> listener, List<T> matches) {
        this.source = source;
        this.sessions = sessions;
        this.listener = listener;
        this.queue = new ConcurrentLinkedQueue<>(matches);
    }

    /** Sends all there is, and returns when nothing is under way any more. */
    void run(Executor helpers, int threads) throws InterruptedException {
        callForHelp(helpers, threads - 1);
        try {
            work();
        } finally {
            awaitHelpers();
        }
        for (T match = queue.poll(); match != null; match = queue.poll()) fail(match, lost.get());
    }

    /** Ends the run, in the middle of an object if need be. */
    void cancel() {
        canceled = true;
        sessions.abort();
    }

    boolean isCanceled() {
        return canceled;
    }

    private void callForHelp(Executor helpers, int count) {
        try {
            for (int i = 0; i < Math.min(count, queue.size() - 1); i++) helpers.execute(this::help);
        } catch (RejectedExecutionException e) {
            LOG.debug("No thread to spare for a de-identifying export, which goes on with fewer");
        }
    }

    private void help() {
        synchronized (this) {
            if (over) return;
            helping++;
        }
        try {
            work();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (this) {
                helping--;
                notifyAll();
            }
        }
    }

    private synchronized void awaitHelpers() throws InterruptedException {
        over = true;
        while (helping > 0) wait();
    }

    private void work() throws InterruptedException {
        while (!canceled && lost.get() == null) {
            T match = queue.poll();
            if (match == null) break;
            process(match);
        }
        sessions.closeFree();
    }

    private void process(T match) throws InterruptedException {
        DeidentifiedObject object = deidentify(match);
        if (object == null) return;
        try {
            Session session = sessions.take();
            try {
                send(match, object, session);
            } finally {
                sessions.giveBack(session);
            }
        } finally {
            close(object);
        }
    }

    /** The object, or null if it can't be sent, which is counted already. */
    private DeidentifiedObject deidentify(T match) {
        try {
            return source.deidentify(match);
        } catch (RefusedException e) {
            listener.refused(match, e.getMessage());
        } catch (DicomException e) {
            listener.refused(match, "it is broken: " + e.reason());
        } catch (IOException | UncheckedIOException e) {
            fail(match, "it could not be read from its storage (" + e.getClass().getSimpleName() + ")");
        } catch (StackOverflowError e) {
            listener.refused(match, "its sequences are nested too deeply");
        } catch (OutOfMemoryError e) {
            listener.refused(match, "the server has not enough memory for it");
        } catch (RuntimeException e) {
            fail(match, internal(e));
        }
        return null;
    }

    private static void close(DeidentifiedObject object) {
        try {
            object.close();
        } catch (IOException e) {
            LOG.debug(
                    "An object of a storage could not be closed ({})",
                    e.getClass().getSimpleName());
        }
    }

    /** Of an error of this software only the place is told: nobody knows what its message holds. */
    private static String internal(RuntimeException e) {
        StackTraceElement[] stack = e.getStackTrace();
        String place = stack.length == 0 ? "" : " at " + stack[0].getClassName() + "." + stack[0].getMethodName();
        return "internal error " + e.getClass().getSimpleName() + place;
    }

    private void send(T match, DeidentifiedObject object, Session session) throws InterruptedException {
        if (canceled || lost.get() != null) {
            queue.add(match);
            return;
        }
        try {
            session.send(object);
            broken.set(0);
            listener.completed(match);
        } catch (RejectedException e) {
            broken.set(0);
            fail(match, e.getMessage());
        } catch (UnreachableException e) {
            lost.compareAndSet(null, e.getMessage());
            fail(match, e.getMessage());
        } catch (IOException e) {
            if (broken.incrementAndGet() >= MAX_BROKEN) lost.compareAndSet(null, e.getMessage());
            fail(match, e.getMessage());
        } catch (RefusedException e) {
            listener.refused(match, e.getMessage());
        } catch (RuntimeException e) {
            fail(match, internal(e));
        }
    }

    /** What breaks off because of a cancelation has not failed. */
    private void fail(T match, String reason) {
        if (!canceled) listener.failed(match, reason);
    }
}
