package io.poolagent.it.start;

import static io.poolagent.it.harness.Pooled.assertPooled;
import static io.poolagent.it.harness.Pooled.requests;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.poolagent.it.harness.AgentCopy;
import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Jdk;
import io.poolagent.it.harness.Jdks;
import io.poolagent.it.harness.Libraries;
import io.poolagent.it.harness.Project;
import io.poolagent.it.harness.Run;
import io.poolagent.it.harness.Servers;
import io.poolagent.sample.server.DatabaseServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import legacy.Holding;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways to start an application, and places for the jar. */
class LaunchesIT {
    /** An application of a few lines, in one file. */
    private static final String SOURCE = """
            import java.sql.*;
            import java.util.*;

            public class Single {
                public static void main(String[] arguments) throws Exception {
                    Set<String> sessions = new HashSet<>();
                    String types = "";
                    for (int i = 0; i < 4; i++) {
                        try (Connection c = DriverManager.getConnection(arguments[0], arguments[1], arguments[2]);
                                Statement s = c.createStatement();
                                ResultSet r = s.executeQuery("SELECT pg_backend_pid()")) {
                            r.next();
                            sessions.add(r.getString(1));
                            types = c.getClass().getName();
                        }
                    }
                    System.out.println("sessions=" + sessions.size());
                    System.out.println("types=" + types);
                }
            }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {11, 17, 21, 25})
    void sourceFileIsAnApplication(int version) throws IOException {
        Path source = Files.writeString(folder.resolve("Single.java"), SOURCE);
        DatabaseServer server = Servers.postgres();
        assertPooled(
                ForkedJvm.launching(source.toString(), server.jdbcUrl(), server.user(), server.password())
                        .on(Jdks.require(version))
                        .with(Libraries.POSTGRES)
                        .agent()
                        .run(),
                1);
    }

    /** As in a container or a service, whose command line nobody wants to touch. */
    @ParameterizedTest
    @CsvSource({"8, JAVA_TOOL_OPTIONS", "17, JAVA_TOOL_OPTIONS", "25, JAVA_TOOL_OPTIONS", "17, JDK_JAVA_OPTIONS"})
    void agentFromTheEnvironment(int version, String variable) {
        Run run = requests()
                .on(Jdks.require(version))
                .environment(variable, "-javaagent:" + Project.AGENT + "=pool.max=4")
                .run();
        assertPooled(run, 1);
        assertEquals(1, run.agentLines(", max 4").size(), run::toString);
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void applicationOnTheModulePath(int version) throws IOException {
        Jdk jdk = Jdks.require(version);
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Files.writeString(sources.resolve("module-info.java"), "module single { requires java.sql; }");
        Path packaged = Files.createDirectories(sources.resolve("single")).resolve("Single.java");
        Files.writeString(packaged, "package single;\n" + SOURCE);
        ForkedJvm.tool(
                        jdk,
                        "javac",
                        Map.of(),
                        folder,
                        "-d",
                        "classes",
                        sources.resolve("module-info.java").toString(),
                        packaged.toString())
                .succeeded();
        DatabaseServer server = Servers.postgres();
        String modules = folder.resolve("classes") + File.pathSeparator + Libraries.jar(Libraries.POSTGRES);
        assertPooled(
                ForkedJvm.launching(
                                "-p",
                                modules,
                                "--add-modules",
                                "org.postgresql.jdbc",
                                "-m",
                                "single/single.Single",
                                server.jdbcUrl(),
                                server.user(),
                                server.password())
                        .on(jdk)
                        .agent()
                        .run(),
                1);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 11, 17, 21, 25})
    void jarInFolderWithBlanksAndOtherCharacters(int version) throws IOException {
        Path odd = Files.createDirectories(folder.resolve("agent's \u00e4\u00f6\u00fc \u6f22 #1 100% a+b"));
        Path jar = AgentCopy.exact(odd.resolve("pool agent %20.jar"));
        assertPooled(requests().on(Jdks.require(version)).agent(jar).run(), 1);
    }

    /** An executable jar whose manifest names the class path. */
    @ParameterizedTest
    @ValueSource(ints = {8, 17, 25})
    void executableJar(int version) throws IOException {
        Jdk jdk = Jdks.require(version);
        Path manifest = folder.resolve("manifest.txt");
        Files.writeString(manifest, "Main-Class: " + Holding.class.getName() + "\nClass-Path: driver.jar\n");
        Files.copy(Libraries.jar(Libraries.POSTGRES), folder.resolve("driver.jar"));
        Path programs = Libraries.programsAnd().get(0);
        ForkedJvm.tool(
                        jdk,
                        "jar",
                        Map.of(),
                        programs,
                        "cfm",
                        folder.resolve("app.jar").toString(),
                        manifest.toString(),
                        "legacy")
                .succeeded();
        DatabaseServer server = Servers.postgres();
        assertPooled(
                ForkedJvm.launching(
                                "-jar",
                                folder.resolve("app.jar").toString(),
                                server.jdbcUrl(),
                                server.user(),
                                server.password())
                        .on(jdk)
                        .agent()
                        .run(),
                1);
    }
}
