// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.qmgt;

import org.dcm4chee.arc.entity.Task;

public interface TaskManager {

    void scheduleTask(Task task);
}
