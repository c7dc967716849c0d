// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.conf.api;

public class ConfigurationException extends Exception {

    public ConfigurationException() {}

    public ConfigurationException(String message) {
        super(message);
    }

    public ConfigurationException(Throwable cause) {
        super(cause);
    }

    public ConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
