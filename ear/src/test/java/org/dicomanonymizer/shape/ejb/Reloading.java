// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.shape.ejb;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.dcm4chee.arc.event.ArchiveServiceEvent;
import org.dicomanonymizer.shape.lib.LiveDevice;

/** A service in a jar of its own, as most of the archive's are. */
@Stateless
public class Reloading {
    @Inject
    private LiveDevice device;

    @Inject
    private Event<ArchiveServiceEvent> events;

    public void reload(HttpServletRequest request) throws Exception {
        device.reload();
        events.fire(new ArchiveServiceEvent(ArchiveServiceEvent.Type.RELOADED, request));
    }
}
