// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.util.ArrayList;
import java.util.List;

/** What reading one source comes upon: warnings, failures, and how much there is of it. */
final class Findings {
    private static final int MAX_WARNINGS = 100;

    /** About what an element or item takes in memory beside its value, in bytes. */
    static final int ELEMENT = 64;

    private final String source;
    private final List<String> warnings = new ArrayList<>();
    private final long mostMemory = Runtime.getRuntime().maxMemory() / 2;
    private long memory;
    private DicomException refusal;

    Findings(String source) {
        this.source = source;
    }

    String source() {
        return source;
    }

    /** Counts what is held in memory, so that an object which is all small elements is refused before memory ends. */
    void use(int bytes) throws DicomException {
        memory += bytes;
        if (memory > mostMemory) {
            refusal = failure("its elements, without the big values, don't fit into memory", "give Java more (-Xmx)");
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
