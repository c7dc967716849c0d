// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.archive.health;

import java.util.List;

/**
 * What was found when the configuration was loaded last. Immutable.
 *
 * @param rules    how many coercion rules refer to this software
 * @param findings in the order of the rules; none if all is well
 */
public record HealthReport(int rules, List<Finding> findings) {
    /** Before the configuration was loaded. */
    public static final HealthReport NONE = new HealthReport(0, List.of());

    public HealthReport {
        findings = List.copyOf(findings);
    }
}
