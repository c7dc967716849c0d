// SPDX-License-Identifier: Apache-2.0
/** The archive's data sets as the engine sees them. Imports of {@code org.dcm4che3} are the archive's own classes. */
package org.dicomanonymizer.archive.data;
