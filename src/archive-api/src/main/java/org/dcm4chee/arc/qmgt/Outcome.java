// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.qmgt;

import org.dcm4chee.arc.entity.Task;

public class Outcome {

    public Outcome(Task.Status status, String description) {}

    public Task.Status getStatus() {
        throw new UnsupportedOperationException();
    }

    public String getDescription() {
        throw new UnsupportedOperationException();
    }
}
