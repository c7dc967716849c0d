// SPDX-License-Identifier: Apache-2.0
/**
 * Dates and times as text (VR DA, TM, DT of PS3.5 section 6.2): read, moved and made coarser for the Retain Longitudinal
 * Temporal Information options (PS3.15 E.3.6). Knows no data set and no rule.
 */
package org.dicomanonymizer.date;
