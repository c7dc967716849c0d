// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.shape.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.dicomanonymizer.archivedouble.StudyFiles;
import org.dicomanonymizer.archivedouble.StudyRetrieval;
import org.dicomanonymizer.shape.lib.LiveDevice;
import org.dicomanonymizer.shape.lib.Peers;

/** Studies on the archive's storage; a bean of its own, since only such can be decorated. */
@ApplicationScoped
public class Retrieval extends StudyRetrieval {
    protected Retrieval() {}

    @Inject
    public Retrieval(LiveDevice live, StudyFiles files, Peers peers) {
        super(live.device(), files, peers.entities(), peers.applications());
    }
}
