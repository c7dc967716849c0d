// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.testing;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Self-signed certificates with their keys. Those of {@link #rsa} are made once, since that takes a while. */
public final class TestCertificates {
    private static final Map<String, Identity> RSA = new ConcurrentHashMap<>();

    private TestCertificates() {}

    /** A certificate and the private key to it. */
    public record Identity(X509Certificate certificate, KeyPair keys) {
        public Path writeCertificate(Path file) throws IOException {
            return Files.writeString(file, pem(certificate));
        }

        public Path writeKey(Path file) throws IOException {
            return Files.writeString(file, pem(new JcaPKCS8Generator(keys.getPrivate(), null)));
        }
    }

    /** A valid certificate of RSA 3072, always the same for a name. */
    public static Identity rsa(String name) {
        return RSA.computeIfAbsent(name, key -> of(name, keys("RSA", 3072), -1, 30, 0));
    }

    /** A valid certificate of an elliptic curve. */
    public static Identity ec(String curve) {
        return of("EC", ecKeys(curve), -1, 30, 0);
    }

    /**
     * A certificate.
     *
     * @param from  its first day, counted from today
     * @param to    its last day, counted from today
     * @param usage bits of {@link KeyUsage}, 0 for a certificate without that extension
     */
    public static Identity of(String name, KeyPair keys, int from, int to, int usage) {
        Instant now = Instant.now();
        X500Name subject = new X500Name("CN=" + name);
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                subject,
                new BigInteger(64, new SecureRandom()),
                Date.from(now.plus(Duration.ofDays(from))),
                Date.from(now.plus(Duration.ofDays(to))),
                subject,
                keys.getPublic());
        try {
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
            if (usage != 0) builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            String algorithm = switch (keys.getPrivate().getAlgorithm()) {
                case "RSA" -> "SHA256withRSA";
                case "EC" -> "SHA256withECDSA";
                default -> "Ed25519";
            };
            return new Identity(
                    new JcaX509CertificateConverter()
                            .getCertificate(
                                    builder.build(new JcaContentSignerBuilder(algorithm).build(keys.getPrivate()))),
                    keys);
        } catch (OperatorCreationException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static KeyPair keys(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair ecKeys(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(Object object) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString();
    }
}
