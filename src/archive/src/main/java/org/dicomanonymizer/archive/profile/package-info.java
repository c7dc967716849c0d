// SPDX-License-Identifier: Apache-2.0
/** The profiles of the archive's configuration, compiled: what coercion, exporter and services draw on. */
package org.dicomanonymizer.archive.profile;
