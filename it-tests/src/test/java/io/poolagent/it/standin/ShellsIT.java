package io.poolagent.it.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Jdks;
import io.poolagent.it.harness.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import legacy.standin.shells.Shells;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The classes of Oracle's, Microsoft's and IBM's drivers: handles for them are linked and complete, can be cast to
 * whatever the driver's objects can be cast to, and none of the driver's code runs on the handle instead of the driver's object.
 */
class ShellsIT {
    private static final Path FOR_JAVA_8 = Path.of(System.getProperty("it.java8.drivers"));

    /** Final, so a handle can only have its interfaces. */
    private static final String FINAL_CLASS = "com.microsoft.sqlserver.jdbc.SQLServerDatabaseMetaData";

    /** A driver. */
    enum Driver {
        ORACLE(
                "ojdbc11",
                "ojdbc8.jar",
                "oracle.jdbc.driver.",
                "T4CConnection",
                "T4CStatement",
                "T4CPreparedStatement",
                "T4CCallableStatement",
                "ForwardOnlyResultSet",
                "InsensitiveScrollableResultSet",
                "SensitiveScrollableResultSet",
                "UpdatableResultSet",
                "OracleDatabaseMetaData"),
        SQL_SERVER(
                "mssql-jdbc",
                "mssql-jdbc.jar",
                "com.microsoft.sqlserver.jdbc.",
                "SQLServerConnection",
                "SQLServerStatement",
                "SQLServerPreparedStatement",
                "SQLServerCallableStatement",
                "SQLServerResultSet",
                "SQLServerDatabaseMetaData"),
        /** The names behind the connection's change with the driver's version: metadata, rows, three kinds of statements. */
        DB2("jcc", null, "com.ibm.db2.jcc.t4.", "b", "e", "h", "i", "j", "k");

        private final String artifact;
        private final String forJava8;
        private final String classes;

        Driver(String artifact, String forJava8, String location, String... classes) {
            this.artifact = artifact;
            this.forJava8 = forJava8;
            this.classes = location + String.join(" " + location, classes);
        }

        List<String> classes() {
            return List.of(classes.split(" "));
        }

        ForkedJvm running(int version) {
            ForkedJvm program =
                    ForkedJvm.running(Shells.class, classes.split(" ")).on(Jdks.require(version));
            return version == 8 && forJava8 != null
                    ? program.classPathFirst(FOR_JAVA_8.resolve(forJava8))
                    : program.with(artifact);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 17, 25})
    void oraclesClassesFit(int version) {
        assertFit(Driver.ORACLE, version);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 17, 25})
    void microsoftsClassesFit(int version) {
        assertFit(Driver.SQL_SERVER, version);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 17, 25})
    void ibmsClassesFit(int version) {
        assertFit(Driver.DB2, version);
    }

    /** The same sweep over the driver's own objects runs the driver's code on them, and sees it. */
    @ParameterizedTest
    @EnumSource
    void theSweepCanTell(Driver driver) {
        Map<String, String> facts = driver.running(17).run().succeeded().facts();
        assertTrue(facts.get(driver.classes().get(0)).contains("touched"), () -> "fields of the connection: " + facts);
        assertEquals(driver.classes().size(), facts.size(), () -> "classes: " + facts);
    }

    private static void assertFit(Driver driver, int version) {
        Run run = driver.running(version).agent().run().succeeded();
        for (String name : driver.classes()) {
            String expected = name.equals(FINAL_CLASS) ? "can not be cast to [" + FINAL_CLASS + "]; " : "fits";
            assertEquals(expected, run.fact(name), () -> name + ": " + run);
            assertTrue(
                    run.otherErrors().stream().anyMatch(line -> line.startsWith(name + " as " + name + "$PoolAgent")),
                    () -> "a handle for " + name + ": " + run);
        }
    }
}
