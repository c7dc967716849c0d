// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.conf.api;

import org.dcm4che3.net.ApplicationEntity;

public interface IApplicationEntityCache {

    ApplicationEntity get(String aeTitle) throws ConfigurationException;

    ApplicationEntity findApplicationEntity(String aeTitle) throws ConfigurationException;
}
