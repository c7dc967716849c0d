// SPDX-License-Identifier: Apache-2.0
/** How profiles stand in the archive's configuration: its LDAP directory and its JSON. */
package org.dicomanonymizer.archive.conf;
