// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

/** The input is no DICOM object at all, as opposed to one that is broken. */
public final class NotDicomException extends DicomException {
    private static final long serialVersionUID = 1;

    NotDicomException(String source, String reason) {
        super(source, reason, "give a DICOM file (PS3.10) or a data set without header");
    }
}
