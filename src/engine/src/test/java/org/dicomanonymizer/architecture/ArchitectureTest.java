// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    private static final String ENGINE = "org.dicomanonymizer";
    private static final String VIOLATIONS = "org.dicomanonymizer.architecture.violations";

    @TestFactory
    List<DynamicTest> the_engine_keeps_its_layers() {
        JavaClasses engine = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ENGINE);
        return new EngineRules(ENGINE)
                .all().stream()
                        .map(rule -> DynamicTest.dynamicTest(name(rule), () -> rule.check(engine)))
                        .toList();
    }

    @Test
    void a_core_that_knows_rules_is_found() {
        assertViolated(new EngineRules(VIOLATIONS).layers(), "CoreThatKnowsRules");
    }

    @Test
    void a_cycle_is_found() {
        assertViolated(new EngineRules(VIOLATIONS).noCycles(), "Cycle detected");
    }

    @Test
    void an_action_that_opens_a_file_is_found() {
        assertViolated(new EngineRules(VIOLATIONS).actionsKnowNoFiles(), "ActionThatOpensFiles");
    }

    @Test
    void a_class_that_prints_is_found() {
        assertViolated(new EngineRules(VIOLATIONS).nothingPrints(), "RuleThatPrints");
    }

    private static void assertViolated(ArchRule rule, String culprit) {
        JavaClasses violations = new ClassFileImporter().importPackages(VIOLATIONS);
        assertThatThrownBy(() -> rule.check(violations))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(culprit);
    }

    private static String name(ArchRule rule) {
        return rule.getDescription().lines().findFirst().orElseThrow();
    }
}
