// SPDX-License-Identifier: Apache-2.0
/**
 * The REST services of the plugin, described in {@code openapi.yaml}. They are shipped in a jar of their own, so that only the
 * archive's own web application offers them, behind its authentication.
 */
package org.dicomanonymizer.archive.rest;
