package io.poolagent.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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
                .layer("jmx")
                .definedBy(CORE + "jmx..")
                .layer("intercept")
                .definedBy(CORE + "intercept..")
                .layer("pool")
                .definedBy(CORE + "pool..")
                .layer("lease")
                .definedBy(CORE + "lease..")
                .layer("handle")
                .definedBy(CORE + "handle..")
                .whereLayer("jmx")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("intercept")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("pool")
                .mayOnlyBeAccessedByLayers("intercept", "jmx")
                .whereLayer("lease")
                .mayOnlyBeAccessedByLayers("pool", "intercept", "jmx")
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
    void jmxIsAtTheEnd() {
        noClasses()
                .that()
                .resideInAPackage("io.poolagent..")
                .and()
                .resideOutsideOfPackage(CORE + "jmx..")
                .and()
                .haveNameNotMatching(".*\\.(Core|CoreBridge)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CORE + "jmx..")
                .check(classes);
        classes()
                .that()
                .resideInAPackage(CORE + "jmx..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        CORE + "jmx",
                        CORE + "watch",
                        CORE + "config",
                        CORE + "pool",
                        CORE + "foreign",
                        CORE + "leak",
                        CORE + "lease",
                        CORE + "report",
                        CORE + "jvm",
                        "java.lang..",
                        "java.util..",
                        "javax.management..",
                        "org.jspecify..")
                .check(classes);
    }

    /** Those who only look are looked at by those who show. */
    @Test
    void onlyWhatShowsKnowsTheWatch() {
        noClasses()
                .that()
                .resideInAPackage("io.poolagent..")
                .and()
                .resideOutsideOfPackages(CORE + "watch..", CORE + "jmx..", CORE + "http..", CORE + "metrics..")
                .and()
                .haveNameNotMatching(".*\\.(Core|CoreBridge|HttpStart)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CORE + "watch..")
                .check(classes);
    }

    /** Otherwise it would be loaded where nobody asked for meters. */
    @Test
    void twoFilesNameMicrometer() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.(PrometheusText|PoolCollector)(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micrometer..", "io.prometheus..")
                .check(classes);
    }

    /** Whoever asks for the platform's MBeanServer makes it, and with it the application's LogManager. */
    @Test
    void onlyJmxNamesJmxAndNothingMakesTheServer() {
        noClasses()
                .that()
                .resideInAPackage("io.poolagent..")
                .and()
                .resideOutsideOfPackage(CORE + "jmx..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javax.management..")
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage("io.poolagent..")
                .and()
                .haveNameNotMatching(".*\\.(http\\.(Jvm|Uptime)|jvm\\.Heap(\\$.*)?)")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.management..")
                .check(classes);
        noClasses()
                .should()
                .callMethod(java.lang.management.ManagementFactory.class, "getPlatformMBeanServer")
                .check(classes);
    }

    /** The JDK's server starts the JVM's logging: nothing but the one that is started late leads to it. */
    @Test
    void httpIsAtTheEnd() {
        noClasses()
                .that()
                .resideInAPackage("io.poolagent..")
                .and()
                .resideOutsideOfPackage(CORE + "http..")
                .and()
                .haveNameNotMatching(".*\\.HttpStart")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CORE + "http..")
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage(CORE + "http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        CORE + "jmx..",
                        CORE + "handle..",
                        CORE + "intercept..",
                        "java.util.logging..",
                        "javax.management..",
                        "java.nio.file..")
                .check(classes);
    }

    /** What the application brought is looked at: no way leads from there to the agent's own pools or handles. */
    @Test
    void foreignPoolsAreApart() {
        classes()
                .that()
                .resideInAPackage(CORE + "foreign..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        CORE + "foreign",
                        CORE + "leak",
                        CORE + "lease",
                        CORE + "database",
                        CORE + "report",
                        CORE + "jvm",
                        "java.lang..",
                        "java.util..",
                        "java.sql..",
                        "javax.sql..",
                        "org.jspecify..")
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
