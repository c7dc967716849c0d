// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net;

import java.io.IOException;
import org.dcm4che3.data.Attributes;

/** Hears the answer to one request. */
public class DimseRSPHandler {
    private final int messageID;

    public DimseRSPHandler(int messageID) {
        this.messageID = messageID;
    }

    public final int getMessageID() {
        return messageID;
    }

    public boolean isCanceled() {
        return false;
    }

    public void cancel(Association association) throws IOException {
        throw new UnsupportedOperationException();
    }

    public void onDimseRSP(Association association, Attributes command, Attributes dataSet) {
        // for those who override it
    }

    public void onClose(Association association) {
        // for those who override it
    }
}
