// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.data;

import java.util.ArrayList;

public class Fragments extends ArrayList<Object> implements Value {

    public Fragments(VR vr, boolean bigEndian, int initialCapacity) {}

    public final VR vr() {
        throw new UnsupportedOperationException();
    }

    public final boolean bigEndian() {
        throw new UnsupportedOperationException();
    }
}
