// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.action;

/**
 * An object that can't be de-identified safely: no output may be made of it. The message tells the attribute, the reason
 * and the remedy, and holds no value of the object.
 */
public class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RefusedException(String message) {
        super(message);
    }
}
