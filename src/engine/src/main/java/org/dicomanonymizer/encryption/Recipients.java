// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.encryption;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.dicomanonymizer.rule.ConfigurationException;

/**
 * Those who may restore encrypted originals: the holders of the private keys to these X.509 certificates, each alone.
 * Immutable. Keys are RSA of at least {@value #MIN_RSA_BITS} bits, or elliptic curve of at least {@value #MIN_EC_BITS}.
 */
public final class Recipients {
    /** The shortest RSA key that is accepted; PS3.15 prescribes none. */
    public static final int MIN_RSA_BITS = 3072;
    /** The shortest elliptic curve key that is accepted, of about the same strength. */
    public static final int MIN_EC_BITS = 256;

    /** Nobody. */
    public static final Recipients NONE = new Recipients(List.of());

    /** Far more than a certificate takes. */
    private static final int MAX_FILE = 1 << 20;

    private static final int KEY_ENCIPHERMENT = 2;
    private static final int KEY_AGREEMENT = 4;

    private final List<X509Certificate> certificates;

    private Recipients(List<X509Certificate> certificates) {
        this.certificates = List.copyOf(certificates);
    }

    /**
     * The holders of the keys to these certificates.
     *
     * @throws ConfigurationException if a key is too weak or of another kind, or a certificate is out of date or not meant
     *     for encryption; all such certificates are told
     */
    public static Recipients of(Collection<X509Certificate> certificates) {
        List<String> problems = new ArrayList<>();
        for (X509Certificate certificate : certificates) {
            String problem = problem(certificate);
            if (problem != null) problems.add("certificate " + nameOf(certificate) + ": " + problem);
        }
        if (!problems.isEmpty()) throw new ConfigurationException(problems);
        return new Recipients(List.copyOf(certificates));
    }

    /**
     * Reads one certificate from each file, in PEM or DER.
     *
     * @throws ConfigurationException if a file can't be read or its certificate can't be used; all such files are told
     */
    public static Recipients read(Collection<Path> files) {
        List<String> problems = new ArrayList<>();
        List<X509Certificate> certificates = new ArrayList<>();
        for (Path file : files) {
            try {
                X509Certificate certificate = read(file);
                String problem = problem(certificate);
                if (problem == null) certificates.add(certificate);
                else problems.add(file + ": " + problem);
            } catch (ConfigurationException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) throw new ConfigurationException(problems);
        return new Recipients(certificates);
    }

    private static X509Certificate read(Path file) {
        try {
            if (Files.size(file) > MAX_FILE) throw new ConfigurationException(file + ": too large for a certificate");
            Collection<? extends Certificate> found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
            if (found.size() == 1) return (X509Certificate) found.iterator().next();
            throw new ConfigurationException(
                    file + (found.isEmpty() ? ": holds no certificate" : ": holds " + found.size() + " certificates")
                            + "; give the recipient's own X.509 certificate, one in each file");
        } catch (CertificateException e) {
            throw new ConfigurationException(file + ": is no X.509 certificate in PEM or DER");
        } catch (IOException e) {
            throw new ConfigurationException(file + ": can't be read; give the file of a recipient's certificate");
        }
    }

    /** What keeps a certificate from being used now, or null. */
    private static String problem(X509Certificate certificate) {
        try {
            certificate.checkValidity();
        } catch (CertificateExpiredException e) {
            return "expired on " + certificate.getNotAfter().toInstant() + "; get a new certificate from the recipient";
        } catch (CertificateNotYetValidException e) {
            return "is not valid before " + certificate.getNotBefore().toInstant()
                    + "; check the clock, or wait until then";
        }
        PublicKey key = certificate.getPublicKey();
        if (key instanceof RSAPublicKey rsa && key.getAlgorithm().equals("RSA"))
            return problem(certificate, rsa.getModulus().bitLength(), MIN_RSA_BITS, KEY_ENCIPHERMENT);
        if (key instanceof ECPublicKey ec)
            return problem(certificate, ec.getParams().getOrder().bitLength(), MIN_EC_BITS, KEY_AGREEMENT);
        return "has a key of kind " + key.getAlgorithm() + "; RSA and EC keys can be encrypted for";
    }

    private static String problem(X509Certificate certificate, int bits, int min, int use) {
        if (bits < min)
            return "its key has " + bits + " bits, at least " + min + " are needed; have the recipient make a new one";
        boolean[] uses = certificate.getKeyUsage();
        if (uses == null || uses[use]) return null;
        return "its key usage does not allow " + (use == KEY_AGREEMENT ? "keyAgreement" : "keyEncipherment")
                + "; get a certificate for encryption from the recipient";
    }

    private static String nameOf(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    /** The certificates, none of which is out of date now. */
    List<X509Certificate> usable() {
        return of(certificates).certificates;
    }

    public boolean isEmpty() {
        return certificates.isEmpty();
    }

    /** These recipients and those. */
    public Recipients and(Recipients others) {
        List<X509Certificate> all = new ArrayList<>(certificates);
        for (X509Certificate other : others.certificates) if (!all.contains(other)) all.add(other);
        return new Recipients(all);
    }

    /** The subjects of the certificates. */
    @Override
    public String toString() {
        return certificates.stream().map(Recipients::nameOf).toList().toString();
    }
}
