// SPDX-License-Identifier: Apache-2.0
package org.dcm4che3.imageio.codec;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.dcm4che3.data.Attributes;

public class Transcoder implements Closeable {

    public interface Handler {

        OutputStream newOutputStream(Transcoder transcoder, Attributes dataset) throws IOException;
    }

    public Transcoder(InputStream in) throws IOException {}

    public void setIncludeFileMetaInformation(boolean includeFileMetaInformation) {
        throw new UnsupportedOperationException();
    }

    public void setDestinationTransferSyntax(String tsuid) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {
        throw new UnsupportedOperationException();
    }

    public void transcode(Handler handler) throws IOException {
        throw new UnsupportedOperationException();
    }
}
