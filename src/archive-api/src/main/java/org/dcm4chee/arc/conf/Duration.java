// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.conf;

public class Duration {

    public static Duration valueOf(String text) {
        throw new UnsupportedOperationException();
    }

    private Duration() {}
}
