// SPDX-License-Identifier: Apache-2.0
package org.dicomanonymizer.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What may depend on what within the engine, for the packages below one root package. */
final class EngineRules {
    private final String root;

    EngineRules(String root) {
        this.root = root;
    }

    /** Every package is of one layer, and uses only those of its own layer and below. */
    ArchRule layers() {
        Map<String, String[]> fromBottom = new LinkedHashMap<>();
        fromBottom.put("DICOM", new String[] {root + ".dicom..", root + ".codestream.."});
        fromBottom.put("standard", new String[] {root + ".standard.."});
        fromBottom.put(
                "identity, dates and text",
                new String[] {root + ".identity..", root + ".date..", root + ".text..", root + ".verify.."});
        fromBottom.put("rules and actions", new String[] {root + ".rule..", root + ".action.."});
        fromBottom.put("encryption", new String[] {root + ".encryption.."});
        fromBottom.put("profile", new String[] {root + ".profile.."});
        fromBottom.put("engine", new String[] {root + ".engine.."});
        fromBottom.put("entry points", new String[] {root});
        fromBottom.put("batch", new String[] {root + ".batch.."});

        LayeredArchitecture architecture = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (Map.Entry<String, String[]> layer : fromBottom.entrySet())
            architecture = architecture.optionalLayer(layer.getKey()).definedBy(layer.getValue());
        List<String> below = new ArrayList<>();
        for (String layer : fromBottom.keySet()) {
            architecture = below.isEmpty()
                    ? architecture.whereLayer(layer).mayNotAccessAnyLayer()
                    : architecture.whereLayer(layer).mayOnlyAccessLayers(below.toArray(String[]::new));
            below.add(layer);
        }
        return architecture.ensureAllClassesAreContainedInArchitecture();
    }

    ArchRule noCycles() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
    }

    /** An action sees a data set and its context, so that it works the same on a file, a stream and in an archive. */
    ArchRule actionsKnowNoFiles() {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".rule..", root + ".action..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.nio.channels..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.io\\.(File|FileInputStream|FileOutputStream|FileReader|FileWriter|RandomAccessFile)")
                .allowEmptyShould(true);
    }

    /** Results leave the engine as return values, events and exceptions; what is printed is for the command to decide. */
    ArchRule nothingPrints() {
        return GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
    }

    /** The engine runs without an archive, a container or a command line. */
    ArchRule standsAlone() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.dcm4che..", "org.dcm4che3..", "org.dcm4chee..", "jakarta..", "picocli..");
    }

    List<ArchRule> all() {
        return List.of(layers(), noCycles(), actionsKnowNoFiles(), nothingPrints(), standsAlone());
    }
}
