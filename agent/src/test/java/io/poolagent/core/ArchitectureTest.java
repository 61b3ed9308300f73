package io.poolagent.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rules of ARCHITECTURE.md, as far as a machine can check them. */
class ArchitectureTest {
    private static final String CORE = "io.poolagent.core.";
    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.poolagent");

    @Test
    void dataFlowsOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("intercept")
                .definedBy(CORE + "intercept..")
                .layer("pool")
                .definedBy(CORE + "pool..")
                .layer("lease")
                .definedBy(CORE + "lease..")
                .layer("handle")
                .definedBy(CORE + "handle..")
                .whereLayer("intercept")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("pool")
                .mayOnlyBeAccessedByLayers("intercept")
                .whereLayer("lease")
                .mayOnlyBeAccessedByLayers("pool", "intercept")
                .whereLayer("handle")
                .mayOnlyBeAccessedByLayers("lease", "pool", "intercept")
                .check(classes);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.poolagent.core.(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void onlyOneFileNamesHikariCp() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.HikariSlots(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.zaxxer..")
                .check(classes);
    }

    @Test
    void factsAndLeasesKnowNoLibrary() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE + "database..", CORE + "lease..", CORE + "config..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.zaxxer..", "org.objectweb..", "org.slf4j..")
                .check(classes);
    }

    @Test
    void theEntryUsesTheJdkOnlyAndStartsNothing() {
        noClasses()
                .that()
                .resideInAPackage("io.poolagent.entry..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.poolagent.core..",
                        "java.util.logging..",
                        "java.lang.management..",
                        "javax.management..",
                        "java.nio.file..",
                        "java.sql..",
                        "java.lang.invoke..")
                .check(classes);
    }

    @Test
    void nothingWritesToStandardOutput() {
        noClasses()
                .that()
                .resideOutsideOfPackage(CORE + "cli..")
                .and()
                .resideInAPackage("io.poolagent..")
                .should()
                .accessField(System.class, "out")
                .check(classes);
    }
}
