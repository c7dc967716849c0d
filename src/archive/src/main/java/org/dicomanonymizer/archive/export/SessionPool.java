// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingDeque;
import org.dicomanonymizer.archive.export.send.Destination;
import org.dicomanonymizer.archive.export.send.Session;

/** The sessions of an export; the one that was used last is used next, so that no more connect than are needed. */
final class SessionPool implements AutoCloseable {
    private final List<Session> all = new ArrayList<>();
    private final LinkedBlockingDeque<Session> free = new LinkedBlockingDeque<>();

    SessionPool(Destination destination, int threads) {
        int sessions = Math.min(threads, destination.maxSessions());
        for (int i = 0; i < sessions; i++) all.add(destination.open());
        free.addAll(all);
    }

    /** Waits for a session. */
    Session take() throws InterruptedException {
        return free.takeFirst();
    }

    void giveBack(Session session) {
        free.addFirst(session);
    }

    /**
     * Takes leave of the destination where there is nothing left to do: one that serves a single connection at a time gets to
     * those that wait.
     */
    void closeFree() {
        List<Session> idle = new ArrayList<>();
        free.drainTo(idle);
        idle.forEach(Session::close);
        free.addAll(idle);
    }

    /** Breaks off what is being sent. */
    void abort() {
        all.forEach(Session::abort);
    }

    @Override
    public void close() {
        all.forEach(Session::close);
    }
}
