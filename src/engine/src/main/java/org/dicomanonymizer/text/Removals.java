// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.text;

import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;

/** What is to go from a text, and why. */
final class Removals {
    private final BitSet gone = new BitSet();
    private final BitSet names = new BitSet();
    private final Set<String> reasons = new TreeSet<>();

    /**
     * Marks a place.
     *
     * @param name whether it is a name or the like, so that titles and other words that belong to names go with it
     */
    void mark(int start, int end, String reason, boolean name) {
        gone.set(start, end);
        if (name) names.set(start, end);
        reasons.add(reason);
    }

    boolean isEmpty() {
        return gone.isEmpty();
    }

    boolean isGone(int place) {
        return gone.get(place);
    }

    /** Whether all of a token goes. */
    boolean isGone(Token token) {
        return gone.nextClearBit(token.start()) >= token.end();
    }

    /** Whether anything of a token goes. */
    boolean touches(Token token) {
        int next = gone.nextSetBit(token.start());
        return next >= 0 && next < token.end();
    }

    /** Whether a token goes for being a name or the like. */
    boolean isName(Token token) {
        return isGone(token) && names.get(token.start());
    }

    /** The reasons met, each once. */
    Set<String> reasons() {
        return reasons;
    }
}
