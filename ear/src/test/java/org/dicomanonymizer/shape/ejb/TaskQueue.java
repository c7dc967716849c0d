// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.shape.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.dcm4chee.arc.entity.Task;
import org.dcm4chee.arc.exporter.ExportContext;
import org.dcm4chee.arc.keycloak.HttpServletRequestInfo;
import org.dcm4chee.arc.qmgt.Outcome;
import org.dcm4chee.arc.qmgt.TaskCanceled;
import org.dcm4chee.arc.qmgt.TaskManager;
import org.dicomanonymizer.archivedouble.Doubles;
import org.dicomanonymizer.shape.lib.Exporters;
import org.dicomanonymizer.shape.lib.LiveDevice;

/** Carries out exports as soon as they are queued, by the exporter of the configuration in force then. */
@ApplicationScoped
public class TaskQueue implements TaskManager {
    private static final Outcome UNDER_WAY = new Outcome(Task.Status.IN_PROCESS, "");

    private final AtomicLong last = new AtomicLong();
    private final Map<Long, Task> tasks = new ConcurrentHashMap<>();
    private final Map<Long, Outcome> outcomes = new ConcurrentHashMap<>();

    @Inject
    private LiveDevice live;

    @Inject
    private Exporters exporters;

    @Inject
    private Event<TaskCanceled> canceled;

    @Override
    public void scheduleTask(Task task) {
        Doubles.number(task, last.incrementAndGet());
        tasks.put(task.getPk(), task);
        repeat(task.getPk());
    }

    /** Carries out a task that is over once more. */
    public void repeat(long pk) {
        outcomes.put(pk, UNDER_WAY);
        live.device().execute(() -> outcomes.put(pk, run(tasks.get(pk))));
    }

    /** What became of a task, if it is over. */
    public Outcome outcome(long pk) {
        return outcomes.get(pk);
    }

    /** Cancels a task as the monitor does. */
    public void cancel(long pk) {
        canceled.fire(new TaskCanceled(tasks.get(pk)));
    }

    private Outcome run(Task task) {
        HttpServletRequestInfo request = HttpServletRequestInfo.valueOf("user", "host", task.getRequestURI());
        ExportContext context = Doubles.export(
                task.getPk(),
                request,
                task.getStudyInstanceUID(),
                orNull(task.getSeriesInstanceUID()),
                orNull(task.getSOPInstanceUID()));
        try {
            return exporters.of(live.exporter(task.getExporterID())).export(context);
        } catch (Exception e) {
            return new Outcome(Task.Status.FAILED, e.toString());
        }
    }

    private static String orNull(String uid) {
        return uid.equals("*") ? null : uid;
    }
}
