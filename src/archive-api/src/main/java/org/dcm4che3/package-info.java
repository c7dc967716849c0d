// SPDX-License-Identifier: Apache-2.0
/**
 * What the plugin calls and extends of the archive, to compile against and for nothing else: names, signatures, no code. At
 * run time the archive brings the types; here every method throws {@link java.lang.UnsupportedOperationException}.
 *
 * <p>Only members are here that are declared alike in all releases from 5.31.1 to 5.35. {@code real-api.tsv} among the test
 * resources has the facts of the real class files; a test compares both, so a member is added to both.
 */
package org.dcm4che3;
