// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What has become of the objects of an export. The text is for the archive's monitor, which shows {@value #MAX_TEXT}
 * characters: counts first, then the reasons, each once, and what was done as far as there is room. Thread-safe.
 */
final class ExportResults {
    static final int MAX_TEXT = 255;

    private static final String MORE = "... (all: server log)";

    private final int total;
    private final Map<String, Integer> reasons = new LinkedHashMap<>();
    private int completed;
    private int refused;
    private int failed;

    ExportResults(int total) {
        this.total = total;
    }

    synchronized void complete() {
        completed++;
    }

    /** Counts an object that can't be sent, however often it is tried. */
    synchronized void refuse(String reason) {
        refused++;
        reasons.merge(reason, 1, Integer::sum);
    }

    /** Counts an object that may be sent at the next try. */
    synchronized void fail(String reason) {
        failed++;
        reasons.merge(reason, 1, Integer::sum);
    }

    /** Takes back what was taken for sent; it counts as not tried. */
    synchronized void discardCompleted() {
        completed = 0;
    }

    /** Takes back what was taken for sent; it has failed. */
    synchronized void failCompleted(String reason) {
        failed += completed;
        completed = 0;
        reasons.merge(reason, 1, Integer::sum);
    }

    synchronized int completed() {
        return completed;
    }

    synchronized int refused() {
        return refused;
    }

    synchronized int failed() {
        return failed;
    }

    /** Objects that nothing has been done to. */
    synchronized int remaining() {
        return total - completed - refused - failed;
    }

    /**
     * Counts and reasons, within what the archive's monitor shows.
     *
     * @param work what was done; left out unless all of it has room, since the task's exporter tells it too
     */
    synchronized String text(String work) {
        String results = counts() + reasons();
        if (results.length() > MAX_TEXT) return results.substring(0, MAX_TEXT - MORE.length()) + MORE;
        String all = results + " - " + work;
        return all.length() <= MAX_TEXT ? all : results;
    }

    private String counts() {
        StringBuilder text = new StringBuilder("completed:").append(completed);
        if (refused > 0) text.append(", refused:").append(refused);
        if (failed > 0) text.append(", failed:").append(failed);
        if (remaining() > 0) text.append(", not sent:").append(remaining());
        return text.toString();
    }

    private String reasons() {
        StringBuilder text = new StringBuilder();
        reasons.forEach((reason, times) -> {
            text.append(text.length() == 0 ? ": " : "; ").append(reason);
            if (times > 1) text.append(" (").append(times).append("x)");
        });
        return text.toString();
    }
}
