// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.encryption;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.KeyAgreeRecipientInformation;
import org.bouncycastle.cms.KeyTransRecipientInformation;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.dicomanonymizer.encryption.ReidentificationException.Reason;

/**
 * Enveloped data of the Cryptographic Message Syntax (RFC 5652), as PS3.3 C.12.1.1.4 and PS3.15 E.1.2 want it: content in
 * AES (RFC 3565), its key by RSA (RFC 3370) or by key agreement on an elliptic curve (RFC 5753).
 */
final class Envelope {
    /** Not registered with the runtime: the settings of the program around us are not ours to change. */
    private static final Provider PROVIDER = new BouncyCastleProvider();

    /** What a re-identifier has to read (PS3.15 E.1.3). */
    private static final Set<ASN1ObjectIdentifier> READABLE = Set.of(
            CMSAlgorithm.AES128_CBC, CMSAlgorithm.AES192_CBC, CMSAlgorithm.AES256_CBC, CMSAlgorithm.DES_EDE3_CBC);

    private Envelope() {}

    /** Encrypts by a new AES key of 256 bits, which each of the recipients can recover; DER. */
    static byte[] seal(byte[] content, Recipients recipients) {
        CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
        try {
            for (X509Certificate certificate : recipients.usable())
                generator.addRecipientInfoGenerator(generatorFor(certificate));
            return generator
                    .generate(
                            new CMSProcessableByteArray(content),
                            new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_CBC)
                                    .setProvider(PROVIDER)
                                    .build())
                    .toASN1Structure()
                    .getEncoded(ASN1Encoding.DER);
        } catch (GeneralSecurityException | CMSException | IOException e) {
            throw new IllegalStateException("a certificate that was checked could not be encrypted for", e);
        }
    }

    private static RecipientInfoGenerator generatorFor(X509Certificate certificate)
            throws GeneralSecurityException, CMSException {
        if (!(certificate.getPublicKey() instanceof ECPublicKey recipient))
            return new JceKeyTransRecipientInfoGenerator(certificate).setProvider(PROVIDER);
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC", PROVIDER);
        pairs.initialize(recipient.getParams());
        KeyPair ephemeral = pairs.generateKeyPair();
        return new JceKeyAgreeRecipientInfoGenerator(
                        CMSAlgorithm.ECDH_SHA256KDF,
                        ephemeral.getPrivate(),
                        ephemeral.getPublic(),
                        CMSAlgorithm.AES256_WRAP)
                .addRecipient(certificate)
                .setProvider(PROVIDER);
    }

    /**
     * Decrypts.
     *
     * @throws ReidentificationException if the key does not open it, or it is damaged or of another kind. Without a checksum
     *     in the content damage need not be seen: CBC does not tell.
     */
    static byte[] open(byte[] envelope, PrivateKey key) {
        try {
            CMSEnvelopedData data = parse(envelope);
            for (RecipientInformation recipient : data.getRecipientInfos()) {
                InputStream content = open(recipient, key);
                if (content == null) continue;
                try (content) {
                    return content.readAllBytes();
                }
            }
        } catch (IOException | CMSException | RuntimeException e) { // Bouncy Castle throws any on what is malformed
            if (e instanceof ReidentificationException told) throw told;
            throw new ReidentificationException(Reason.DAMAGED, "the encrypted content is damaged");
        }
        throw new ReidentificationException(
                Reason.WRONG_KEY, "the private key does not open the encrypted content; it was encrypted for others");
    }

    private static CMSEnvelopedData parse(byte[] envelope) throws IOException, CMSException {
        ASN1Primitive whole;
        try (ASN1InputStream in = new ASN1InputStream(envelope)) {
            whole = in.readObject();
            byte[] rest = in.readAllBytes();
            boolean padding = rest.length == 1 && rest[0] == 0;
            if (rest.length > 0 && !padding) throw new IOException("bytes behind the enveloped data");
        }
        ContentInfo info = ContentInfo.getInstance(whole);
        if (!info.getContentType().equals(CMSObjectIdentifiers.envelopedData))
            throw new ReidentificationException(
                    Reason.UNSUPPORTED, "the encrypted content is not of the CMS type enveloped-data");
        CMSEnvelopedData data = new CMSEnvelopedData(info);
        if (!READABLE.contains(data.getContentEncryptionAlgorithm().getAlgorithm()))
            throw new ReidentificationException(
                    Reason.UNSUPPORTED,
                    "the content is encrypted by an algorithm other than AES-CBC and Triple-DES-CBC");
        return data;
    }

    /** The content as it is decrypted, or null if the key is not this recipient's. */
    private static InputStream open(RecipientInformation recipient, PrivateKey key) throws IOException {
        Recipient opener;
        if (recipient instanceof KeyTransRecipientInformation
                && key.getAlgorithm().equals("RSA"))
            opener = new JceKeyTransEnvelopedRecipient(key)
                    .setKeySizeValidation(true)
                    .setProvider(PROVIDER);
        else if (recipient instanceof KeyAgreeRecipientInformation
                && key.getAlgorithm().startsWith("EC"))
            opener = new JceKeyAgreeEnvelopedRecipient(key).setProvider(PROVIDER);
        else return null;
        try {
            return recipient.getContentStream(opener).getContentStream();
        } catch (CMSException | RuntimeException e) {
            return null;
        }
    }
}
