// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last refusals since the server was started, so that an administrator need not look for them in the log. */
final class Refusals {
    private static final int KEPT = 20;

    private final Deque<CoercionCounts.Refusal> last = new ArrayDeque<>();

    synchronized void add(String profile, String reason) {
        if (last.size() == KEPT) last.removeLast();
        last.addFirst(new CoercionCounts.Refusal(Instant.now(), profile, reason));
    }

    /** The newest first. */
    synchronized List<CoercionCounts.Refusal> last() {
        return List.copyOf(last);
    }
}
