// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.conf.api;

import org.dcm4che3.net.WebApplication;

public interface IWebApplicationCache {

    WebApplication get(String name) throws ConfigurationException;

    WebApplication findWebApplication(String name) throws ConfigurationException;
}
