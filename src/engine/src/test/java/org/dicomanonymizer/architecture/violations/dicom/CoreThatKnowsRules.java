// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.architecture.violations.dicom;

import org.dicomanonymizer.architecture.violations.rule.RuleThatPrints;

public final class CoreThatKnowsRules {
    public RuleThatPrints rule() {
        return new RuleThatPrints();
    }
}
