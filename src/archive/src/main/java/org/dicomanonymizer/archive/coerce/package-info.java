// SPDX-License-Identifier: Apache-2.0
/** The coercion {@code anonymize:PROFILE}: what the archive sends, answers and registers is de-identified on its way. */
package org.dicomanonymizer.archive.coerce;
