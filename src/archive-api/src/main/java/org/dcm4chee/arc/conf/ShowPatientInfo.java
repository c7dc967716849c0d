// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.conf;

public enum ShowPatientInfo {
    PLAIN_TEXT,
    HASH_NAME,
    HASH_NAME_AND_ID;
}
