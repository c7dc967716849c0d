// SPDX-License-Identifier: Apache-2.0
package org.dcm4chee.arc.entity;

public class Instance {

    private Instance() {}
}
