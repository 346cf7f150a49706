package org.cspcheck.cli;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Dependencies point one way, between the modules and between the packages inside each. */
class DependencyRulesTest {
    private static final JavaClasses PROJECT =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.cspcheck");

    @Test
    void modules_know_only_those_below_them() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("model").definedBy("org.cspcheck.model..")
                .layer("specs").definedBy("org.cspcheck.specs..")
                .layer("runtime").definedBy("org.cspcheck.runtime..")
                .layer("explorer").definedBy("org.cspcheck.explorer..")
                .layer("reports").definedBy("org.cspcheck.reports..")
                .layer("cli").definedBy("org.cspcheck.cli..")
                .whereLayer("model").mayNotAccessAnyLayer()
                .whereLayer("specs").mayOnlyAccessLayers("model")
                .whereLayer("runtime").mayOnlyAccessLayers("model")
                .whereLayer("explorer").mayOnlyAccessLayers("model", "runtime")
                .whereLayer("reports").mayOnlyAccessLayers("model")
                .check(PROJECT);
    }

    @Test
    void packages_form_no_cycles() {
        slices().matching("org.cspcheck.(*).(**)").should().beFreeOfCycles().allowEmptyShould(true).check(PROJECT);
    }
}
