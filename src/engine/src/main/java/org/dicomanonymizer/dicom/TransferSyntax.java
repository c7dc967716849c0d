// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.dicom;

import java.util.Map;

/**
 * A transfer syntax: how a data set is encoded (PS3.5 section 10 and Annex A). Pixel data of any encapsulated one passes
 * through unread, so these need no names here.
 */
public final class TransferSyntax {
    public static final TransferSyntax IMPLICIT_LITTLE =
            new TransferSyntax("1.2.840.10008.1.2", Encoding.IMPLICIT_LITTLE, false, false);
    public static final TransferSyntax EXPLICIT_LITTLE =
            new TransferSyntax("1.2.840.10008.1.2.1", Encoding.EXPLICIT_LITTLE, false, false);
    /** Retired in 2006. */
    public static final TransferSyntax EXPLICIT_BIG =
            new TransferSyntax("1.2.840.10008.1.2.2", Encoding.EXPLICIT_BIG, false, false);

    public static final TransferSyntax DEFLATED =
            new TransferSyntax("1.2.840.10008.1.2.1.99", Encoding.EXPLICIT_LITTLE, true, false);

    /** Where the rule of {@link #of} does not hold: JPIP referenced deflate, GE's with big endian pixels, Papyrus 3. */
    private static final Map<String, TransferSyntax> SPECIAL = Map.of(
            IMPLICIT_LITTLE.uid,
            IMPLICIT_LITTLE,
            EXPLICIT_LITTLE.uid,
            EXPLICIT_LITTLE,
            EXPLICIT_BIG.uid,
            EXPLICIT_BIG,
            DEFLATED.uid,
            DEFLATED,
            "1.2.840.10008.1.2.1.98",
            encapsulated("1.2.840.10008.1.2.1.98"),
            "1.2.840.10008.1.2.4.94",
            plain("1.2.840.10008.1.2.4.94", false),
            "1.2.840.10008.1.2.4.95",
            plain("1.2.840.10008.1.2.4.95", true),
            "1.2.840.10008.1.2.4.204",
            plain("1.2.840.10008.1.2.4.204", false),
            "1.2.840.10008.1.2.4.205",
            plain("1.2.840.10008.1.2.4.205", true),
            "1.2.840.113619.5.2",
            new TransferSyntax("1.2.840.113619.5.2", Encoding.IMPLICIT_LITTLE, false, false));

    private static final String STANDARD = "1.2.840.10008.1.2.";

    private final String uid;
    private final Encoding encoding;
    private final boolean deflated;
    private final boolean encapsulated;

    private TransferSyntax(String uid, Encoding encoding, boolean deflated, boolean encapsulated) {
        this.uid = uid;
        this.encoding = encoding;
        this.deflated = deflated;
        this.encapsulated = encapsulated;
    }

    private static TransferSyntax encapsulated(String uid) {
        return new TransferSyntax(uid, Encoding.EXPLICIT_LITTLE, false, true);
    }

    private static TransferSyntax plain(String uid, boolean deflated) {
        return new TransferSyntax(uid, Encoding.EXPLICIT_LITTLE, deflated, false);
    }

    /**
     * The transfer syntax of a UID. Every one of the standard but those named here is
     * explicit VR little endian with encapsulated pixel data (PS3.5 section A.4).
     *
     * @return null if the UID is neither the standard's nor known here
     */
    public static TransferSyntax of(String uid) {
        TransferSyntax special = SPECIAL.get(uid);
        if (special != null) return special;
        return uid.startsWith(STANDARD) && isUid(uid) ? encapsulated(uid) : null;
    }

    /** Whether a text can be a UID: what names the transfer syntax is written again, so it must not be anything else. */
    static boolean isUid(String text) {
        return ValueSyntax.fault(VR.UI, text) == null;
    }

    /** An unknown one that proved to be explicit VR little endian. */
    static TransferSyntax unknownExplicit(String uid) {
        return encapsulated(uid);
    }

    /** The uncompressed transfer syntax of an encoding; there is none for implicit VR big endian. */
    static TransferSyntax of(Encoding encoding) {
        return switch (encoding) {
            case IMPLICIT_LITTLE -> IMPLICIT_LITTLE;
            case EXPLICIT_LITTLE -> EXPLICIT_LITTLE;
            case EXPLICIT_BIG -> EXPLICIT_BIG;
            case IMPLICIT_BIG -> throw new IllegalArgumentException("no transfer syntax is implicit VR big endian");
        };
    }

    public String uid() {
        return uid;
    }

    Encoding encoding() {
        return encoding;
    }

    /** Whether headers name the value representation. */
    public boolean isExplicit() {
        return encoding.explicit();
    }

    public boolean isBigEndian() {
        return encoding.bigEndian();
    }

    /** Whether the whole data set is compressed. */
    public boolean isDeflated() {
        return deflated;
    }

    /** Whether Pixel Data consists of fragments. */
    public boolean isEncapsulated() {
        return encapsulated;
    }

    @Override
    public String toString() {
        return uid;
    }
}
