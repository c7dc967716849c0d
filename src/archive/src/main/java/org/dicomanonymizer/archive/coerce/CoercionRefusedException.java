// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;

/**
 * An object that may not go out, or in, as a coercion rule would have it. The message is for the archive's administrator and
 * names rule, profile, reason and remedy. Since the archive shows it to its clients too, it holds no value of the object, and
 * there is no cause that could.
 */
public final class CoercionRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private CoercionRefusedException(String message, boolean withStack) {
        super(message, null, false, withStack);
    }

    /** A refusal for a reason that is known. */
    static CoercionRefusedException of(ArchiveAttributeCoercion2 rule, String reason) {
        return new CoercionRefusedException(message(rule, reason), false);
    }

    /** A fault of this software: with the place where it happened, without its message, since nobody knows what that holds. */
    static CoercionRefusedException ofInternal(ArchiveAttributeCoercion2 rule, RuntimeException fault) {
        StackTraceElement[] stack = fault.getStackTrace();
        String place = stack.length == 0 ? "" : " at " + stack[0].getClassName() + "." + stack[0].getMethodName();
        CoercionRefusedException refusal = new CoercionRefusedException(
                message(rule, "internal error " + fault.getClass().getSimpleName() + place), true);
        refusal.setStackTrace(stack);
        return refusal;
    }

    private static String message(ArchiveAttributeCoercion2 rule, String reason) {
        return rule.getURI() + ", coercion rule \"" + rule.getCommonName() + "\": "
                + reason.lines().reduce((line, next) -> line + "; " + next).orElse("");
    }
}
