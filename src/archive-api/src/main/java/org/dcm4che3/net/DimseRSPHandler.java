// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net;

import java.io.IOException;
import org.dcm4che3.data.Attributes;

public class DimseRSPHandler {

    public DimseRSPHandler(int messageID) {}

    public final int getMessageID() {
        throw new UnsupportedOperationException();
    }

    public boolean isCanceled() {
        throw new UnsupportedOperationException();
    }

    public void cancel(Association association) throws IOException {
        throw new UnsupportedOperationException();
    }

    public void onDimseRSP(Association association, Attributes command, Attributes dataSet) {
        throw new UnsupportedOperationException();
    }

    public void onClose(Association association) {
        throw new UnsupportedOperationException();
    }
}
