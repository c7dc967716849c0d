// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.conf;

public class ArchiveAttributeCoercion {

    private ArchiveAttributeCoercion() {}
}
