// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import java.util.WeakHashMap;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;

/**
 * What was promised in C-STORE commands and is still to be kept: the archive asks for the UID of an object first, and has the
 * object treated later, in the same thread. Should the configuration be reloaded in between, the object is treated as it was
 * announced.
 *
 * <p>Rules are compared as objects: a reload makes others of them, so that nothing is taken for announced by a former state of
 * the configuration.
 */
final class Announcements {
    /** Of one object, by each rule that applies to it; what is older was never sent. */
    private static final int KEPT = 8;

    /**
     * An announcement.
     *
     * @param rule      by which
     * @param uid       the object's UID when it was announced
     * @param treatment by which it was announced
     */
    record Announcement(ArchiveAttributeCoercion2 rule, String uid, HeaderTreatment treatment) {}

    private final Map<Thread, Deque<Announcement>> byThread = Collections.synchronizedMap(new WeakHashMap<>());

    /** Keeps an announcement of the current thread, in place of a former one by the same rule. */
    void add(Announcement announcement) {
        Deque<Announcement> own = byThread.computeIfAbsent(Thread.currentThread(), thread -> new ArrayDeque<>());
        own.removeIf(former -> former.rule == announcement.rule);
        own.addLast(announcement);
        if (own.size() > KEPT) own.removeFirst();
    }

    /** Takes the announcement of an object by a rule in the current thread, or null; one of another object is dropped. */
    Announcement take(ArchiveAttributeCoercion2 rule, String uid) {
        Deque<Announcement> own = byThread.get(Thread.currentThread());
        if (own == null) return null;
        for (Iterator<Announcement> all = own.iterator(); all.hasNext(); ) {
            Announcement announcement = all.next();
            if (announcement.rule != rule) continue;
            all.remove();
            return announcement.uid.equals(uid) ? announcement : null;
        }
        return null;
    }
}
