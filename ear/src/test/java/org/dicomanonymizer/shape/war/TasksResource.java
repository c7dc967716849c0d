// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.shape.war;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.dcm4chee.arc.qmgt.Outcome;
import org.dicomanonymizer.shape.ejb.AuditLog;
import org.dicomanonymizer.shape.ejb.TaskQueue;
import org.dicomanonymizer.shape.lib.Traces;

/** The archive's monitor, and what its operator sees besides. */
@RequestScoped
@Path("archive")
@Produces(MediaType.TEXT_PLAIN)
public class TasksResource {
    @Inject
    private TaskQueue tasks;

    @Inject
    private AuditLog audit;

    /** Status of a task, and in a second line what it says about its outcome. */
    @GET
    @Path("tasks/{task}")
    public String outcome(@PathParam("task") long task) {
        Outcome outcome = tasks.outcome(task);
        return outcome.getStatus() + "\n" + outcome.getDescription();
    }

    @POST
    @Path("tasks/{task}/cancel")
    public void cancel(@PathParam("task") long task) {
        tasks.cancel(task);
    }

    @POST
    @Path("tasks/{task}/repeat")
    public void repeat(@PathParam("task") long task) {
        tasks.repeat(task);
    }

    @GET
    @Path("audit")
    public String audit() {
        return String.join("\n", audit.lines());
    }

    /** What is left of exports on this server, a line each. */
    @GET
    @Path("traces")
    public String traces() {
        return String.join("\n", Traces.ofExports());
    }
}
