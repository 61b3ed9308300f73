package io.poolagent.it.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Jdk;
import io.poolagent.it.harness.Jdks;
import io.poolagent.it.harness.Libraries;
import io.poolagent.it.harness.Run;
import io.poolagent.it.harness.Servers;
import io.poolagent.sample.server.DatabaseServer;
import java.util.List;
import java.util.regex.Pattern;
import legacy.early.NoJdbc;
import legacy.entry.EntryPoints;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application that never uses JDBC pays for no library of the agent's. */
class ClassesLoadedIT {
    private static final Pattern LIBRARY = Pattern.compile(
            "[\\[ ](com\\.zaxxer\\.hikari|org\\.objectweb\\.asm|net\\.bytebuddy|io\\.micrometer|org\\.slf4j)\\.");
    private static final Pattern CORE = Pattern.compile("[\\[ ]io\\.poolagent\\.core\\.");

    @ParameterizedTest
    @ValueSource(ints = {8, 17, 25})
    void withoutJdbcNoLibraryIsLoaded(int version) {
        Run run = ForkedJvm.running(NoJdbc.class)
                .on(Jdks.require(version))
                .jvm("-verbose:class")
                .agent()
                .run()
                .succeeded();
        assertTrue(run.text().contains("[a, b, c] 42"), () -> "the application's own output: " + run);
        assertEquals(List.of(), loaded(run, LIBRARY));
        assertTrue(!loaded(run, CORE).isEmpty(), "the agent's own classes are in the log");
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 17, 25})
    void withJdbcLibrariesAreLoaded(int version) {
        Jdk jdk = Jdks.require(version);
        DatabaseServer server = Servers.postgres();
        Run run = ForkedJvm.running(EntryPoints.class, server.jdbcUrl(), server.user(), server.password())
                .with(Libraries.POSTGRES)
                .on(jdk)
                .jvm("-verbose:class")
                .agent()
                .run()
                .succeeded();
        assertTrue(!loaded(run, LIBRARY).isEmpty(), "this test would see libraries in the log");
    }

    private static List<String> loaded(Run run, Pattern pattern) {
        return run.lines().stream().filter(line -> pattern.matcher(line).find()).toList();
    }
}
