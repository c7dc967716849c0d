// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.identity;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * Remembers what a function gave for the originals it was last applied to: the objects of a study repeat its identities.
 * There is a fixed number of places, in which a newer result takes that of an older one. They are in memory only, no longer
 * than until that is reclaimed, and are never shown. Thread-safe without waiting: at worst two threads work out the same result.
 */
final class RecentResults<K, V> {
    private final AtomicReferenceArray<WeakReference<Result<K, V>>> places;

    private static final class Result<K, V> {
        final K original;
        final V value;

        Result(K original, V value) {
            this.original = original;
            this.value = value;
        }
    }

    /** @param places how many results to remember, a power of 2 */
    RecentResults(int places) {
        this.places = new AtomicReferenceArray<>(places);
    }

    V of(K original, Function<K, V> function) {
        int hash = original.hashCode() * 0x9E3779B9;
        int place = (hash ^ hash >>> 16) & places.length() - 1;
        WeakReference<Result<K, V>> reference = places.getAcquire(place);
        Result<K, V> known = reference == null ? null : reference.get();
        if (known != null && known.original.equals(original)) return known.value;
        V value = function.apply(original);
        places.setRelease(place, new WeakReference<>(new Result<>(original, value)));
        return value;
    }
}
