// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dicomanonymizer.Anonymizer;
import org.dicomanonymizer.Reidentifier;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.DicomDataSet;
import org.dicomanonymizer.dicom.Tags;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.testing.DataSetText;
import org.dicomanonymizer.testing.Program;
import org.dicomanonymizer.testing.TestCertificates;
import org.dicomanonymizer.testing.TestCertificates.Identity;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** openssl reads what we encrypt, and we read what openssl encrypts. */
class OpenSslTest {
    private static final String NAME = "Müller^Jürgen";

    @TempDir
    private Path folder;

    private void openssl(String arguments) {
        Program.Run run = Program.run("sh", "-c", "cd " + folder + " && openssl " + arguments);
        assertThat(run.exit()).as(run.output()).isZero();
    }

    private Identity recipient(String kind) throws IOException {
        Identity recipient = kind.equals("rsa") ? TestCertificates.rsa("Doctor") : TestCertificates.ec(kind);
        recipient.writeCertificate(folder.resolve("cert"));
        recipient.writeKey(folder.resolve("key"));
        return recipient;
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa", "secp256r1", "secp384r1", "secp521r1"})
    void openssl_reads_ours(String kind) throws IOException {
        Identity other = TestCertificates.rsa("Sponsor");
        DataSet set = DataSetText.parse("SpecificCharacterSet CS ISO_IR 192\nPatientName PN " + NAME + "\n");
        Anonymizer.builder()
                .recipients(Recipients.of(
                        List.of(other.certificate(), recipient(kind).certificate())))
                .rule("PatientName", "encrypt")
                .build()
                .anonymize(set);
        Files.write(folder.resolve("in"), set.items(0x04000500).get(0).bytes(0x04000520));
        openssl("cms -decrypt -binary -inform DER -in in -recip cert -inkey key -out out");
        assertThat(Files.readString(folder.resolve("out"), StandardCharsets.ISO_8859_1))
                .startsWith("\0\4\120\5SQ") // gdcmanon looks at the first element only
                .contains(new String(NAME.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rsa -aes128",
                "rsa -aes192",
                "rsa -aes256",
                "rsa -des3",
                "rsa -stream -aes256",
                "rsa -keyid -aes256",
                "rsa -aes256 -keyopt rsa_padding_mode:oaep",
                "secp256r1 -aes256",
                "secp384r1 -aes128 -keyopt ecdh_kdf_md:sha384"
            })
    void we_read_openssls(String how) throws IOException {
        String kind = how.substring(0, how.indexOf(' '));
        Identity recipient = recipient(kind);
        byte[] content = Content.write((DicomDataSet) DataSetText.parse("""
                ModifiedAttributesSequence SQ
                  -
                    SpecificCharacterSet CS ISO_IR 192
                    PatientName PN %s
                """.formatted(NAME)));
        Files.write(folder.resolve("in"), content);
        int key = how.indexOf(" -keyopt");
        String options = how.substring(kind.length(), key < 0 ? how.length() : key);
        String keyOptions = key < 0 ? "" : how.substring(key);
        openssl("cms -encrypt -binary -in in -outform DER -out out" + options + " -recip cert" + keyOptions);
        DataSet set = DicomDataSet.create();
        set.setString(Tags.SPECIFIC_CHARACTER_SET, VR.CS, "ISO_IR 100");
        DataSet item = set.addItem(0x04000500);
        item.setString(0x04000510, VR.UI, "1.2.840.10008.1.2.1");
        item.setBytes(0x04000520, VR.OB, Files.readAllBytes(folder.resolve("out")));
        new Reidentifier(recipient.keys().getPrivate()).reidentify(set);
        assertThat(set.string(Tags.PATIENT_NAME)).isEqualTo(NAME);
    }
}
