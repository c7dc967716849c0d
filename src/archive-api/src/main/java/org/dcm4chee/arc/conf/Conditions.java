// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.conf;

import java.util.Map;
import org.dcm4che3.data.Attributes;

public class Conditions {

    public Conditions(String... conditions) {}

    public Map<String, Object> getMap() {
        throw new UnsupportedOperationException();
    }

    public boolean match(
            String sendingHost, String sendingAET, String receivingHost, String receivingAET, Attributes attributes) {
        throw new UnsupportedOperationException();
    }
}
