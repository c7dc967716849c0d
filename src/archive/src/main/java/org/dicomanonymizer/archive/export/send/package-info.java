// SPDX-License-Identifier: Apache-2.0
/** The places that de-identified objects are sent to; none of them knows an original. */
package org.dicomanonymizer.archive.export.send;
