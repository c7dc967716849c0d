// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.encryption;

/** An object whose originals can't be restored. Nothing of it has been changed; the message holds no value of it. */
public final class ReidentificationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why; where several items of the Encrypted Attributes Sequence fail, the last of these tells most. */
    public enum Reason {
        /** There is no Encrypted Attributes Sequence (0400,0500), or it has no item. */
        NOT_ENCRYPTED,
        /** An item lacks its Encrypted Content (0400,0520) or Encrypted Content Transfer Syntax UID (0400,0510). */
        INCOMPLETE,
        /** The content is meant for others than the holder of the private key. */
        WRONG_KEY,
        /** The content is of a kind or encrypted by an algorithm that the standard does not provide for. */
        UNSUPPORTED,
        /** The content has been changed or cut since it was encrypted. */
        DAMAGED
    }

    private final Reason reason;

    ReidentificationException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
