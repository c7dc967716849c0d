// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.rest;

import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The profile that stands in the body of a request. */
final class RequestBody {
    /** In bytes; profiles have some thousand. */
    private static final int MAX_LENGTH = 1 << 20;

    private RequestBody() {}

    /** @throws RefusedRequestException if it is too long, or no text in UTF-8 */
    static String read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MAX_LENGTH + 1);
        if (bytes.length > MAX_LENGTH)
            throw new RefusedRequestException(
                    Status.REQUEST_ENTITY_TOO_LARGE, "a profile has at most " + MAX_LENGTH + " bytes");
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RefusedRequestException(Status.BAD_REQUEST, "the body is no text in UTF-8");
        }
    }
}
