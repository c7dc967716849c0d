// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.security.Provider;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyTransRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.Reidentifier;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.encryption.ReidentificationException.Reason;
import org.dicomanonymizer.testing.DataSetText;
import org.dicomanonymizer.testing.TestCertificates;
import org.dicomanonymizer.testing.TestCertificates.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Content that is not what was encrypted. */
class TamperingTest {
    private static final Identity DOCTOR = TestCertificates.rsa("Doctor");
    /** Too short for use, and fast: there are some thousand decryptions here. */
    private static final Identity WEAK = TestCertificates.of("Weak", TestCertificates.keys("RSA", 1024), -1, 9, 0);

    private static final Provider BC = new BouncyCastleProvider();
    private static final int SEQUENCE = 0x04000500;
    private static final int CONTENT = 0x04000520;
    private static final String NAME = "Doe^Jane^Mary^Alexandra";

    private static DataSet deidentified() {
        DataSet set = DataSetText.parse("""
                PatientName PN %s
                PatientID LO 4711
                (0029,0010) LO ACME
                (0029,1001) OB 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f
                """.formatted(NAME));
        Anonymizer.builder()
                .recipients(Recipients.of(List.of(DOCTOR.certificate())))
                .rule("PatientName", "encrypt")
                .rule("PatientID", "encrypt")
                .rule("private", "encrypt")
                .build()
                .anonymize(set);
        return set;
    }

    private static byte[] plain() {
        byte[] content = deidentified().items(SEQUENCE).get(0).bytes(CONTENT);
        return Envelope.open(content, DOCTOR.keys().getPrivate());
    }

    private static byte[] sealed(byte[] plain, ASN1ObjectIdentifier algorithm) throws Exception {
        CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
        generator.addRecipientInfoGenerator(new JceKeyTransRecipientInfoGenerator(WEAK.certificate()).setProvider(BC));
        return generator
                .generate(
                        new CMSProcessableByteArray(plain),
                        new JceCMSContentEncryptorBuilder(algorithm)
                                .setProvider(BC)
                                .build())
                .getEncoded();
    }

    private static DataSet holding(byte[] content) {
        DataSet set = DicomDataSet.create();
        DataSet item = set.addItem(SEQUENCE);
        item.setString(0x04000510, VR.UI, "1.2.840.10008.1.2.1");
        item.setBytes(CONTENT, VR.OB, content);
        return set;
    }

    private static Reason reasonOf(DataSet set) {
        String before = DataSetText.print(set);
        Throwable failure = catchThrowable(() -> new Reidentifier(WEAK.keys().getPrivate()).reidentify(set));
        assertThat(failure).isInstanceOf(ReidentificationException.class);
        assertThat(failure.getMessage()).doesNotContain("Doe", "4711");
        assertThat(DataSetText.print(set)).isEqualTo(before);
        return ((ReidentificationException) failure).reason();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x80, 0xFF})
    void a_change_of_any_byte_is_found_or_harmless(int change) throws Exception {
        byte[] good = sealed(plain(), CMSAlgorithm.AES256_CBC);
        int refused = 0;
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= (byte) change;
            if (isRefused(holding(bad), i)) refused++;
        }
        // The envelope also tells whom it is for, which need not be true for a key that opens it.
        assertThat(refused).isGreaterThan(good.length * 3 / 4);
    }

    /** Whether the content is refused; if not, what is restored has to be right. */
    private static boolean isRefused(DataSet set, int changed) {
        try {
            new Reidentifier(WEAK.keys().getPrivate()).reidentify(set);
        } catch (ReidentificationException e) {
            return true;
        }
        assertThat(set.string(Tags.PATIENT_NAME)).as("byte %d", changed).isEqualTo(NAME);
        assertThat(set.string(Tags.PATIENT_ID)).as("byte %d", changed).isEqualTo("4711");
        assertThat(set.bytes(0x00291001))
                .as("byte %d", changed)
                .hasSize(32)
                .startsWith(0, 1, 2)
                .endsWith(30, 31);
        return false;
    }

    @Test
    void content_that_ends_anywhere_is_refused() throws Exception {
        byte[] good = sealed(plain(), CMSAlgorithm.AES256_CBC);
        for (int length = 1; length < good.length - 1; length++) reasonOf(holding(Arrays.copyOf(good, length)));
        assertThat(reasonOf(holding(Arrays.copyOf(good, good.length + 2)))).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void the_checksum_proves_every_byte_of_the_data_set() throws Exception {
        byte[] good = plain();
        int refused = 0;
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 0x01;
            if (isRefused(holding(sealed(bad, CMSAlgorithm.AES128_CBC)), i)) refused++;
        }
        // All but the parts of the MAC parameters that nobody reads.
        assertThat(refused).isGreaterThan(good.length - 60);
    }

    @Test
    void every_algorithm_that_the_standard_names_is_read() throws Exception {
        for (ASN1ObjectIdentifier algorithm : List.of(
                CMSAlgorithm.AES128_CBC, CMSAlgorithm.AES192_CBC, CMSAlgorithm.AES256_CBC, CMSAlgorithm.DES_EDE3_CBC)) {
            DataSet set = holding(sealed(plain(), algorithm));
            assertThat(new Reidentifier(WEAK.keys().getPrivate())
                            .reidentify(set)
                            .warnings())
                    .isEmpty();
            assertThat(set.string(Tags.PATIENT_NAME)).isEqualTo(NAME);
        }
    }

    @Test
    void another_algorithm_or_kind_of_content_is_refused() throws Exception {
        assertThat(reasonOf(holding(sealed(plain(), CMSAlgorithm.CAMELLIA256_CBC))))
                .isEqualTo(Reason.UNSUPPORTED);
        CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
        generator.addRecipientInfoGenerator(new JceKeyTransRecipientInfoGenerator(WEAK.certificate()).setProvider(BC));
        byte[] authenticated = generator
                .generate(new CMSProcessableByteArray(plain()), (OutputAEADEncryptor)
                        new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES256_GCM)
                                .setProvider(BC)
                                .build())
                .getEncoded();
        assertThat(reasonOf(holding(authenticated))).isEqualTo(Reason.UNSUPPORTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PatientName PN Doe\n",
                "ModifiedAttributesSequence SQ\n",
                "ModifiedAttributesSequence SQ\n  -\n",
                "ModifiedAttributesSequence SQ\n  -\n    PatientName PN Doe\n  -\n    PatientID LO 1\n",
                "ModifiedAttributesSequence SQ\n  -\n    (0002,0016) AE DOE\n",
                "PatientName PN Doe\nModifiedAttributesSequence SQ\n  -\n    PatientID LO 1\n",
                "ModifiedAttributesSequence SQ\n  -\n    PatientID LO 1\nMACParametersSequence SQ\n",
                "ModifiedAttributesSequence SQ\n  -\n    PatientID LO 1\nMACParametersSequence SQ\n  -\n    MAC OB 0102\n"
            })
    void content_that_is_another_data_set_is_refused(String content) throws Exception {
        byte[] bytes = Content.write((DicomDataSet) DataSetText.parse(content));
        assertThat(reasonOf(holding(sealed(bytes, CMSAlgorithm.AES256_CBC)))).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void rubbish_that_decrypts_is_refused() throws Exception {
        assertThat(reasonOf(holding(sealed("Dear Jane Doe,".repeat(20).getBytes("US-ASCII"), CMSAlgorithm.AES256_CBC))))
                .isEqualTo(Reason.DAMAGED);
        byte[] trailing = Arrays.copyOf(plain(), plain().length + 8);
        assertThat(reasonOf(holding(sealed(trailing, CMSAlgorithm.AES256_CBC)))).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void content_of_others_without_a_checksum_is_read_with_a_warning() throws Exception {
        byte[] bytes = Content.write((DicomDataSet)
                DataSetText.parse("ModifiedAttributesSequence SQ\n  -\n    PatientName PN %s\n".formatted(NAME)));
        DataSet set = holding(sealed(bytes, CMSAlgorithm.AES256_CBC));
        assertThat(new Reidentifier(WEAK.keys().getPrivate()).reidentify(set).warnings())
                .singleElement()
                .asString()
                .contains("no checksum");
        assertThat(set.string(Tags.PATIENT_NAME)).isEqualTo(NAME);
    }

    @Test
    void what_is_missing_is_named() {
        DataSet set = deidentified();
        set.items(SEQUENCE).get(0).remove(CONTENT);
        assertThatThrownBy(() -> new Reidentifier(DOCTOR.keys().getPrivate()).reidentify(set))
                .isInstanceOfSatisfying(
                        ReidentificationException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.INCOMPLETE))
                .hasMessageContaining("(0400,0520)");
        set.items(SEQUENCE).get(0).remove(0x04000510);
        assertThat(reasonOf(set)).isEqualTo(Reason.INCOMPLETE);
        set.setEmptySequence(SEQUENCE);
        assertThat(reasonOf(set)).isEqualTo(Reason.NOT_ENCRYPTED);
    }

    @Test
    void the_item_that_the_key_opens_is_found_among_others() throws Exception {
        DataSet set = deidentified();
        byte[] bytes = Content.write((DicomDataSet)
                DataSetText.parse("ModifiedAttributesSequence SQ\n  -\n    PatientName PN %s\n".formatted(NAME)));
        AttributeCopy.exact()
                .copy(
                        holding(sealed(bytes, CMSAlgorithm.AES256_CBC))
                                .items(SEQUENCE)
                                .get(0),
                        CONTENT,
                        second(set),
                        CONTENT);
        new Reidentifier(WEAK.keys().getPrivate()).reidentify(set);
        assertThat(set.string(Tags.PATIENT_NAME)).isEqualTo(NAME);
        assertThat(set.string(Tags.PATIENT_ID)).isNotEqualTo("4711");
    }

    private static DataSet second(DataSet set) {
        DataSet item = set.addItem(SEQUENCE);
        item.setString(0x04000510, VR.UI, "1.2.840.10008.1.2.1");
        return item;
    }
}
