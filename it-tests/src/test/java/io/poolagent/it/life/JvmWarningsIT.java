package io.poolagent.it.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.Comparison;
import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Jdks;
import io.poolagent.it.harness.Libraries;
import io.poolagent.it.harness.Servers;
import io.poolagent.sample.server.DatabaseServer;
import java.util.Set;
import legacy.entry.EntryPoints;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JVM says nothing because of the agent, neither in its warnings nor in its log. */
class JvmWarningsIT {
    private static final String[] FRAMEWORKS = {
        "mybatis", "spring-jdbc", "spring-core", "spring-beans", "spring-tx", "commons-logging"
    };

    @ParameterizedTest
    @ValueSource(ints = {8, 11, 17, 21, 25})
    void standardErrorIsTheSameButForTheAgentsLines(int version) {
        DatabaseServer server = Servers.postgres();
        Comparison runs = ForkedJvm.running(EntryPoints.class, server.jdbcUrl(), server.user(), server.password())
                .with(Libraries.POSTGRES)
                .on(Jdks.require(version))
                .compared();
        runs.sameErrors();
        assertPooled(runs);
    }

    /** With all that the frameworks do by reflection, and with the JVM's own log of warnings. */
    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void logOfWarningsIsTheSame(int version) {
        DatabaseServer server = Servers.postgres();
        String[] libraries = new String[FRAMEWORKS.length + 1];
        libraries[0] = Libraries.POSTGRES;
        System.arraycopy(FRAMEWORKS, 0, libraries, 1, FRAMEWORKS.length);
        Comparison runs = ForkedJvm.running(
                        EntryPoints.class, server.jdbcUrl(), server.user(), server.password(), "frameworks")
                .with(libraries)
                .on(Jdks.require(version))
                .jvm("-Xlog:disable", "-Xlog:all=warning:stderr:level,tags")
                .compared();
        runs.sameErrors();
        assertPooled(runs);
    }

    private static void assertPooled(Comparison runs) {
        Set<String> ways = runs.without().succeeded().facts().keySet();
        assertEquals(ways, runs.with().succeeded().facts().keySet(), "standard output holds facts only");
        assertTrue(!runs.with().agentLines("new pool").isEmpty(), () -> "pooled: " + runs.with());
        assertEquals(ways.size(), runs.with().lines().size());
    }
}
