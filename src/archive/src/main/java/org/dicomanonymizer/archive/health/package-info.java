// SPDX-License-Identifier: Apache-2.0
/** Looks whether what is configured around de-identification would let originals out. */
package org.dicomanonymizer.archive.health;
