// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net;

public class IncompatibleConnectionException extends Exception {

    public IncompatibleConnectionException() {}

    public IncompatibleConnectionException(String message) {
        super(message);
    }
}
