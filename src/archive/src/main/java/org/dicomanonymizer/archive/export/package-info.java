// SPDX-License-Identifier: Apache-2.0
/** Exports studies de-identified: reads objects as the archive has stored them, rewrites them whole, and sends them on. */
package org.dicomanonymizer.archive.export;
