// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Certificates and keys as openssl makes them. */
final class Keys {
    private Keys() {}

    /** Makes {@code doctor.pem}, {@code doctor.key} without a password, and {@code doctor.p12} with the password "secret". */
    static void make(Path folder) throws IOException, InterruptedException {
        openssl(folder, "req -x509 -newkey rsa:3072 -nodes -subj /CN=Doctor -keyout doctor.key -out doctor.pem");
        openssl(
                folder,
                "pkcs12 -export -inkey doctor.key -in doctor.pem -name doctor -passout pass:secret -out doctor.p12");
    }

    static void openssl(Path folder, String arguments) throws IOException, InterruptedException {
        Process openssl = new ProcessBuilder(("openssl " + arguments).split(" "))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (openssl.waitFor() != 0) throw new AssertionError(output);
    }
}
