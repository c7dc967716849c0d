// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.io.IOException;

/**
 * An object that can't be read or written, with the place, the reason and what to do about it. The message names the
 * source, the tag and the byte offset, and never holds a value of the data set.
 */
public class DicomException extends IOException {
    private static final long serialVersionUID = 1;

    private final String reason;

    /** A failure that belongs to no single element. */
    public DicomException(String source, String reason, String remedy) {
        super(source + ": " + reason + "; " + remedy);
        this.reason = reason;
    }

    /**
     * A failure at one element.
     *
     * @param source the file's path, or what stands for it
     * @param tag    the element
     * @param offset where in the source it begins, in bytes
     */
    public DicomException(String source, int tag, long offset, String reason, String remedy) {
        super(source + ": element " + Tag.toString(tag) + " at byte " + offset + ": " + reason + "; " + remedy);
        this.reason = reason;
    }

    /** The reason alone, without place and remedy. */
    public String reason() {
        return reason;
    }
}
