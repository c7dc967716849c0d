// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.shape.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dcm4chee.arc.event.SoftwareConfiguration;
import org.dcm4chee.arc.retrieve.RetrieveContext;
import org.dcm4chee.arc.retrieve.RetrieveEnd;
import org.dcm4chee.arc.retrieve.RetrieveStart;

/** Notes what the archive would tell its audit log. */
@ApplicationScoped
public class AuditLog {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    public List<String> lines() {
        return List.copyOf(lines);
    }

    public void begins(@Observes @RetrieveStart RetrieveContext transfer) {
        lines.add("begins " + who(transfer));
    }

    public void ends(@Observes @RetrieveEnd RetrieveContext transfer) {
        lines.add("ends " + who(transfer) + ": " + transfer.completed() + " sent, " + transfer.failed() + " not");
    }

    public void changes(@Observes SoftwareConfiguration change) {
        lines.add("changes " + change.getDeviceName());
    }

    private static String who(RetrieveContext transfer) {
        return transfer.getHttpServletRequestInfo().requesterUserID + ", study " + transfer.getStudyInstanceUID();
    }
}
