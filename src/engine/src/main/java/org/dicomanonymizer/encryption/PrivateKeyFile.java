// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.encryption;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.dicomanonymizer.rule.ConfigurationException;

/**
 * A recipient's private key in a file: PEM (PKCS#8 or the older forms of OpenSSL, each encrypted or not), PKCS#8 in DER, or a
 * PKCS#12 key store.
 */
public final class PrivateKeyFile {
    private static final int MAX_FILE = 1 << 20;
    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private final Path file;
    private final char[] password;

    private PrivateKeyFile(Path file, char[] password) {
        this.file = file;
        this.password = password;
    }

    /**
     * Reads the private key.
     *
     * @param password of the key or the key store; null if it has none
     * @param alias    the key's name in a key store; null if the store holds one key only
     * @throws ConfigurationException if there is no such key, or the password is wrong or missing; the message names the
     *     file, and no secret
     */
    public static PrivateKey read(Path file, char[] password, String alias) {
        return new PrivateKeyFile(file, password).read(alias);
    }

    private PrivateKey read(String alias) {
        byte[] content;
        try {
            if (Files.size(file) > MAX_FILE) throw problem("is too large for a private key");
            content = Files.readAllBytes(file);
        } catch (IOException e) {
            throw problem("can't be read");
        }
        PrivateKey key = isPem(content) ? fromPem(content) : fromDer(content, alias);
        if (key.getAlgorithm().equals("RSA") || key.getAlgorithm().startsWith("EC")) return key;
        throw problem("holds a key of kind " + key.getAlgorithm() + ", which can't decrypt; RSA and EC keys can");
    }

    private static boolean isPem(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1).contains("-----BEGIN ");
    }

    private PrivateKey fromPem(byte[] content) {
        try (PEMParser parser = new PEMParser(new StringReader(new String(content, StandardCharsets.ISO_8859_1)))) {
            for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                PrivateKeyInfo info = keyInfo(part);
                if (info != null) return convert(info);
            }
        } catch (IOException e) {
            throw problem("is no private key in PEM, or damaged");
        }
        throw problem("holds no private key");
    }

    /** The private key in a part of a PEM file, or null if it holds something else. */
    private PrivateKeyInfo keyInfo(Object part) throws IOException {
        if (part instanceof PrivateKeyInfo info) return info;
        if (part instanceof PEMKeyPair pair) return pair.getPrivateKeyInfo();
        if (part instanceof PKCS8EncryptedPrivateKeyInfo encrypted) return decrypt(encrypted);
        if (!(part instanceof PEMEncryptedKeyPair encrypted)) return null;
        try {
            return encrypted
                    .decryptKeyPair(new JcePEMDecryptorProviderBuilder()
                            .setProvider(PROVIDER)
                            .build(neededPassword()))
                    .getPrivateKeyInfo();
        } catch (PEMException e) {
            throw wrongPassword();
        }
    }

    private PrivateKeyInfo decrypt(PKCS8EncryptedPrivateKeyInfo encrypted) {
        try {
            return encrypted.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                    .setProvider(PROVIDER)
                    .build(neededPassword()));
        } catch (OperatorCreationException | PKCSException e) {
            throw wrongPassword();
        }
    }

    private PrivateKey fromDer(byte[] content, String alias) {
        PrivateKeyInfo info = plainOrEncrypted(content);
        return info == null ? fromKeyStore(content, alias) : convert(info);
    }

    /** PKCS#8, or null if it is another of the binary forms: each begins in its own way. */
    private PrivateKeyInfo plainOrEncrypted(byte[] content) {
        try {
            return PrivateKeyInfo.getInstance(content);
        } catch (IllegalArgumentException e) {
            // then it is encrypted, or none
        }
        PKCS8EncryptedPrivateKeyInfo encrypted;
        try {
            encrypted = new PKCS8EncryptedPrivateKeyInfo(content);
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
        return decrypt(encrypted);
    }

    private PrivateKey fromKeyStore(byte[] content, String alias) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), password);
            String name = alias == null ? onlyKey(store) : alias;
            if (store.getKey(name, password) instanceof PrivateKey key) return key;
            throw problem("has no private key \"" + name + "\"; its keys: " + String.join(", ", keys(store)));
        } catch (IOException e) {
            boolean secret = e.getCause() instanceof GeneralSecurityException;
            throw secret
                    ? wrongPassword()
                    : problem("is neither a private key in PEM or DER nor a PKCS#12 key store, or damaged");
        } catch (GeneralSecurityException e) {
            throw wrongPassword();
        }
    }

    private String onlyKey(KeyStore store) throws KeyStoreException {
        List<String> keys = keys(store);
        if (keys.size() == 1) return keys.get(0);
        throw problem(
                keys.isEmpty()
                        ? "holds no private key"
                        : "holds several private keys; name one of them: " + String.join(", ", keys));
    }

    private static List<String> keys(KeyStore store) throws KeyStoreException {
        List<String> keys = new ArrayList<>();
        for (String name : Collections.list(store.aliases())) if (store.isKeyEntry(name)) keys.add(name);
        return keys;
    }

    private PrivateKey convert(PrivateKeyInfo info) {
        try {
            return new JcaPEMKeyConverter().setProvider(PROVIDER).getPrivateKey(info);
        } catch (PEMException e) {
            throw problem("holds a private key of an unknown kind, or is damaged");
        }
    }

    private char[] neededPassword() {
        if (password == null) throw problem("is encrypted; give its password");
        return password;
    }

    private ConfigurationException wrongPassword() {
        return problem(password == null ? "is encrypted; give its password" : "is not opened by the password");
    }

    private ConfigurationException problem(String what) {
        return new ConfigurationException(file + ": " + what);
    }
}
