// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.coerce;

import org.dcm4che3.net.Dimse;
import org.dcm4che3.net.TransferCapability;
import org.dcm4chee.arc.conf.ArchiveAttributeCoercion2;

/** What a coercion is applied to, by the DIMSE and the role of the archive's peer that its rule is for. */
public enum Channel {
    /** Objects that the archive sends, by C-STORE, WADO or STOW-RS; their pixel data and what stands behind is not seen. */
    SENT(TransferCapability.Role.SCP, Dimse.C_STORE_RQ),
    /** Objects that the archive receives; only its database gets the result, the stored files stay as they are. */
    RECEIVED(TransferCapability.Role.SCU, Dimse.C_STORE_RQ),
    /** What the archive answers to queries, by C-FIND and QIDO-RS. */
    ANSWERED(TransferCapability.Role.SCU, Dimse.C_FIND_RSP);

    private final TransferCapability.Role role;
    private final Dimse dimse;

    Channel(TransferCapability.Role role, Dimse dimse) {
        this.role = role;
        this.dimse = dimse;
    }

    /** The channel of a rule, or null if there is none, see {@link #whyNone}. */
    public static Channel of(ArchiveAttributeCoercion2 rule) {
        for (Channel channel : values())
            if (channel.role == rule.getRole() && channel.dimse == rule.getDIMSE()) return channel;
        return null;
    }

    /** Why a rule of a DIMSE and role without channel is refused, and what to do. */
    public static String whyNone(ArchiveAttributeCoercion2 rule) {
        String what = rule.getDIMSE() + " with role " + rule.getRole();
        if (rule.getDIMSE() == Dimse.C_FIND_RQ)
            return what + ": keys of queries can't be de-identified, since nothing would be found by pseudonyms;"
                    + " delete the rule, and de-identify the answers (C_FIND_RSP with role SCU)";
        if (rule.getDIMSE() == Dimse.C_FIND_RSP)
            return what + ": the archive goes on working with what other systems answer to it, for which it needs the"
                    + " originals; delete the rule, and de-identify what it answers itself (role SCU)";
        if (rule.getDIMSE() == Dimse.N_CREATE_RQ || rule.getDIMSE() == Dimse.N_SET_RQ)
            return what
                    + ": a performed procedure step keeps its UID, and its later messages do not name the patient, so"
                    + " that it would not agree with the de-identified objects; delete the rule";
        return what + " is nothing that can be de-identified; delete the rule, or use C_STORE_RQ or C_FIND_RSP";
    }
}
