// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.query;

import org.dcm4chee.arc.conf.ArchiveAEExtension;

public interface QueryContext {

    String getCalledAET();

    String getCallingAET();

    String getRemoteHostName();

    String getSOPClassUID();

    String getLocalHostName();

    ArchiveAEExtension getArchiveAEExtension();
}
