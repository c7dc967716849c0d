// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.dcm4chee.arc.retrieve.RetrieveContext;
import org.dcm4chee.arc.retrieve.RetrieveEnd;
import org.dcm4chee.arc.retrieve.RetrieveStart;

/** Has the archive write its audit messages of instances being, and having been, transferred (PS3.15 section A.5.3). */
@ApplicationScoped
public class TransferAudit {
    private Event<RetrieveContext> start;
    private Event<RetrieveContext> end;

    protected TransferAudit() {}

    @Inject
    public TransferAudit(@RetrieveStart Event<RetrieveContext> start, @RetrieveEnd Event<RetrieveContext> end) {
        this.start = start;
        this.end = end;
    }

    void begin(RetrieveContext context) {
        start.fire(context);
    }

    void end(RetrieveContext context) {
        end.fire(context);
    }
}
