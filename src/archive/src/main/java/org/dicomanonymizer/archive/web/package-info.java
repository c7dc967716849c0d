// SPDX-License-Identifier: Apache-2.0
/** What stands before the archive's own web services. */
package org.dicomanonymizer.archive.web;
