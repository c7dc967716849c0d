// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.util.ArrayList;
import java.util.List;

/** What reading one source comes upon: warnings, failures, and how much there is of it. */
final class Findings {
    private static final int MAX_WARNINGS = 100;

    /** About what an element takes in memory. */
    private static final int BYTES_PER_ELEMENT = 64;

    private final String source;
    private final List<String> warnings = new ArrayList<>();
    private final long maxElements = Runtime.getRuntime().maxMemory() / 2 / BYTES_PER_ELEMENT;
    private long elements;
    private DicomException refusal;

    Findings(String source) {
        this.source = source;
    }

    String source() {
        return source;
    }

    /** One more element or item. */
    void count() throws DicomException {
        if (++elements > maxElements) {
            refusal = new DicomException(
                    source, "it has more elements than fit into memory", "give Java more memory (-Xmx)");
            throw refusal;
        }
    }

    void warn(int tag, String what) {
        warn(Tag.toString(tag) + ": " + what);
    }

    void warn(String what) {
        if (warnings.size() < MAX_WARNINGS) warnings.add(what);
    }

    int warnings() {
        return warnings.size();
    }

    void forgetFrom(int count) {
        warnings.subList(count, warnings.size()).clear();
    }

    List<String> asList() {
        return List.copyOf(warnings);
    }

    DicomException failure(int tag, long offset, String reason, String remedy) {
        return new DicomException(source, tag, offset, reason, remedy);
    }

    DicomException failure(long offset, String reason, String remedy) {
        return new DicomException(source, "at byte " + offset + " " + reason, remedy);
    }

    DicomException failure(String reason, String remedy) {
        return new DicomException(source, reason, remedy);
    }

    /** A failure that no other reading of the bytes can mend. */
    DicomException refusal(int tag, long offset, String reason) {
        refusal = failure(tag, offset, reason, "the object can't be treated safely");
        return refusal;
    }

    boolean isFinal(DicomException failure) {
        return failure == refusal;
    }
}
