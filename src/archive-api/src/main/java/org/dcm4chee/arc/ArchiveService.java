// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc;

import jakarta.servlet.http.HttpServletRequest;

public interface ArchiveService {

    void reload(HttpServletRequest request) throws Exception;
}
