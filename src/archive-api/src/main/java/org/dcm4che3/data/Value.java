// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.data;

public interface Value {
    Value NULL = null;

    boolean isEmpty();
}
