// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.conf.api;

public class ConfigurationNotFoundException extends ConfigurationException {

    public ConfigurationNotFoundException() {}

    public ConfigurationNotFoundException(Throwable cause) {
        super(cause);
    }

    public ConfigurationNotFoundException(String message, Throwable cause) {
        super(message, cause);
    }

    public ConfigurationNotFoundException(String message) {
        super(message);
    }
}
