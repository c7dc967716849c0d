// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret from which every new UID, pseudonym and date shift is derived: the same key gives the same results on every
 * machine and day, and without it nothing can be traced back. Immutable and safe for use by many threads; it never shows
 * its secret.
 */
public final class ProjectKey {
    /** The fewest bytes a key may have: what an attacker would have to guess. */
    public static final int MIN_BYTES = 16;

    private static final int MAX_BYTES = 4096;
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac keyed;
    private final String id;

    private ProjectKey(byte[] secret) {
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java runtime", e);
        }
        id = HexFormat.of().formatHex(hmac("key-id/v1", List.of("")), 0, 4);
    }

    /**
     * A key of the given bytes.
     *
     * @throws IllegalArgumentException if there are fewer than {@value #MIN_BYTES}
     */
    public static ProjectKey of(byte[] secret) {
        if (secret.length < MIN_BYTES)
            throw new IllegalArgumentException(
                    "the key has " + secret.length + " bytes, at least " + MIN_BYTES + " are needed");
        return new ProjectKey(secret.clone());
    }

    /** A key of text, of at least {@value #MIN_BYTES} bytes in UTF-8; white space around it does not count. */
    public static ProjectKey of(String secret) {
        return of(secret.strip().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a key from a file: text or random bytes, where line ends after the key do not count.
     *
     * @throws IOException if the file can't be read, or holds no fitting key; the message names the file and the remedy
     */
    public static ProjectKey read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES)
            throw new IOException(file + ": too large for a key file (at most " + MAX_BYTES + " bytes)");
        byte[] content = Files.readAllBytes(file);
        int length = content.length;
        while (length > 0 && (content[length - 1] == '\n' || content[length - 1] == '\r')) length--;
        if (length < MIN_BYTES)
            throw new IOException(file + ": holds " + length + " bytes, a key needs at least " + MIN_BYTES
                    + "; make one with: openssl rand -hex 32");
        return new ProjectKey(Arrays.copyOf(content, length));
    }

    /** A new key that nobody knows: results can't be repeated by a later run. */
    public static ProjectKey random() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return new ProjectKey(secret);
    }

    /**
     * The key of a project: another one for each name, from which neither this one nor that of another project can be told.
     *
     * @param name what to call the project; empty for this key itself
     */
    public ProjectKey forProject(String name) {
        return name.isEmpty() ? this : new ProjectKey(hmac("project/v1", List.of(name)));
    }

    /** Names the key without telling it: 8 hexadecimal digits, for reports and logs. */
    public String id() {
        return id;
    }

    /**
     * HMAC-SHA-256 of the parts, each preceded by its length so that no two lists of parts give the same message.
     *
     * @param purpose what the result is for, with a version: keeps the uses of one key apart
     */
    byte[] hmac(String purpose, List<String> parts) {
        Mac mac;
        try {
            mac = (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
        update(mac, purpose);
        for (String part : parts) update(mac, part);
        return mac.doFinal();
    }

    private static void update(Mac mac, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        mac.update((byte) (bytes.length >>> 24));
        mac.update((byte) (bytes.length >>> 16));
        mac.update((byte) (bytes.length >>> 8));
        mac.update((byte) bytes.length);
        mac.update(bytes);
    }

    @Override
    public String toString() {
        return "key " + id;
    }
}
