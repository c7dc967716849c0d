// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.variant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;
import org.dicomanonymizer.shape.lib.Noop;

/** What only the next release of the plugin has. */
@ApplicationScoped
@Named("next")
public class Next extends Noop {
    @Override
    public String remapUID(ArchiveAttributeCoercion2 rule, String uid) {
        return uid + ".next";
    }
}
