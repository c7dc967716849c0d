// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.qmgt;

import org.dcm4chee.arc.entity.Task;

public class TaskCanceled {
    public final Task task;

    public TaskCanceled(Task task) {
        this.task = task;
    }
}
