// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.engine;

import org.dicomanonymizer.action.RefusedException;

/** The directory of a medium (PS3.3 annex F): it is worth nothing without the files that it lists. */
public final class DicomDirException extends RefusedException {
    private static final long serialVersionUID = 1L;

    DicomDirException() {
        super("is a DICOMDIR, which names patients and the original files; make a new one from the results");
    }
}
