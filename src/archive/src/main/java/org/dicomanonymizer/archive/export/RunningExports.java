// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dcm4chee.arc.qmgt.TaskCanceled;

/** The exports under way on this server, so that they can be canceled in the archive's monitor. */
@ApplicationScoped
public class RunningExports {
    private final Map<Long, ExportRun<?>> runs = new ConcurrentHashMap<>();

    /**
     * Holds a run until it is {@linkplain #remove removed}.
     *
     * @param task the archive's number of the task, or null if there is none
     */
    void add(Long task, ExportRun<?> run) {
        if (task != null) runs.put(task, run);
    }

    void remove(Long task) {
        if (task != null) runs.remove(task);
    }

    /** Hears from the archive that a task has been canceled. */
    public void onCancel(@Observes TaskCanceled event) {
        ExportRun<?> run = runs.get(event.task.getPk());
        if (run != null) run.cancel();
    }
}
