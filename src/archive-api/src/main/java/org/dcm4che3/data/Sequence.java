// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.data;

import java.util.ArrayList;

public class Sequence extends ArrayList<Attributes> implements Value {

    public final Attributes getParent() {
        throw new UnsupportedOperationException();
    }

    private Sequence() {}
}
