// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.architecture.violations.rule;

import org.dicomanonymizer.architecture.violations.dicom.CoreThatKnowsRules;

public final class RuleThatPrints {
    public void apply(CoreThatKnowsRules core) {
        System.out.println(core.getClass());
    }
}
