// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.encryption;

import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dicomanonymizer.action.RefusedException;
import org.dicomanonymizer.dicom.DataSet;
import org.dicomanonymizer.dicom.TransferSyntax;
import org.dicomanonymizer.dicom.VR;
import org.dicomanonymizer.encryption.ReidentificationException.Reason;
import org.dicomanonymizer.rule.ConfigurationException;

/** The Encrypted Attributes Sequence (0400,0500) of an object (PS3.3 C.12.1.1.4, PS3.15 E.1.2 and E.1.3). */
public final class EncryptedAttributes {
    static final int SEQUENCE = 0x04000500;
    static final int MODIFIED_ATTRIBUTES = 0x04000550;

    private static final int TRANSFER_SYNTAX = 0x04000510;
    private static final int CONTENT = 0x04000520;

    private EncryptedAttributes() {}

    /**
     * Adds originals to a de-identified object, readable by the recipients only.
     *
     * @param wanted those of the originals that have to be encrypted
     * @throws RefusedException if the object has encrypted originals already, an original can't be encrypted, or a
     *     recipient's certificate has expired
     */
    public static void add(DataSet root, Originals originals, Set<Integer> wanted, Recipients recipients) {
        if (wanted.isEmpty()) return;
        if (!root.items(SEQUENCE).isEmpty())
            throw new RefusedException("holds encrypted originals (0400,0500) of an earlier de-identification;"
                    + " reidentify it first, or delete them by a rule");
        byte[] content;
        try {
            content = Envelope.seal(Content.encode(originals.dataSet(wanted)), recipients);
        } catch (ConfigurationException e) {
            throw new RefusedException("can't be encrypted for its recipients: " + e.getMessage());
        }
        DataSet item = root.addItem(SEQUENCE);
        item.setString(TRANSFER_SYNTAX, VR.UI, TransferSyntax.EXPLICIT_LITTLE.uid());
        item.setBytes(CONTENT, VR.OB, content);
    }

    /**
     * The originals in every item that the private key opens.
     *
     * @throws ReidentificationException if it opens none; the object is not changed
     */
    static List<Content.Decoded> open(DataSet root, PrivateKey key) {
        List<DataSet> items = root.items(SEQUENCE);
        if (items.isEmpty())
            throw new ReidentificationException(
                    Reason.NOT_ENCRYPTED,
                    "holds no encrypted originals: Encrypted Attributes Sequence (0400,0500) is "
                            + (root.contains(SEQUENCE) ? "empty" : "absent"));
        List<Content.Decoded> opened = new ArrayList<>();
        ReidentificationException worst = null;
        for (DataSet item : items) {
            try {
                opened.add(openItem(item, key));
            } catch (ReidentificationException e) {
                if (worst == null || e.reason().compareTo(worst.reason()) > 0) worst = e;
            }
        }
        if (opened.isEmpty()) throw worst;
        return opened;
    }

    private static Content.Decoded openItem(DataSet item, PrivateKey key) {
        String uid = item.string(TRANSFER_SYNTAX);
        if (uid == null || item.isEmpty(CONTENT))
            throw new ReidentificationException(
                    Reason.INCOMPLETE,
                    "the encrypted originals are incomplete: "
                            + (uid == null
                                    ? "Encrypted Content Transfer Syntax UID (0400,0510)"
                                    : "Encrypted Content (0400,0520)")
                            + " is missing");
        TransferSyntax syntax = TransferSyntax.of(uid);
        if (syntax == null)
            throw new ReidentificationException(
                    Reason.UNSUPPORTED,
                    "the encrypted originals are of a transfer syntax (0400,0510) that is not known here");
        return Content.decode(Envelope.open(item.bytes(CONTENT), key), syntax);
    }
}
