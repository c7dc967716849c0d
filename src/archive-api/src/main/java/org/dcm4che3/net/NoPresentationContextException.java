// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.net;

import java.io.IOException;

public class NoPresentationContextException extends IOException {

    private NoPresentationContextException() {}
}
