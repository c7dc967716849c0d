// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.batch;

/** Is told of a run while it goes on: by several threads, but never by two at once. What it throws ends the run. */
public interface BatchListener {

    /** An input is finished. */
    void finished(FileResult result);
}
