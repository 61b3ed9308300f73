package io.poolagent.it.life;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.Alone;
import io.poolagent.it.harness.Comparison;
import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Jdks;
import io.poolagent.it.harness.Libraries;
import io.poolagent.it.harness.Servers;
import io.poolagent.sample.server.DatabaseServer;
import java.time.Duration;
import legacy.life.AtShutdown;
import legacy.life.SilentServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invariant 4: the JVM ends as it would, and until then the application's connections and connects work. */
@Alone
class ShutdownIT {
    @ParameterizedTest
    @ValueSource(ints = {8, 17, 25})
    void applicationsHooksKeepTheirConnections(int version) {
        DatabaseServer server = Servers.postgres();
        Comparison runs = ForkedJvm.running(AtShutdown.class, server.jdbcUrl(), server.user(), server.password())
                .with(Libraries.POSTGRES)
                .on(Jdks.require(version))
                .compared();
        runs.same();
        assertTrue(runs.without().text().contains("hook, fresh: 4"), () -> "the whole hook ran: " + runs.without());
        assertTrue(!runs.with().agentLines("new pool").isEmpty(), () -> "pooled: " + runs.with());
    }

    /** H2's close waits for the server's answer, which never comes. */
    @Test
    void serverThatDoesNotAnswerDoesNotKeepTheJvm() {
        DatabaseServer server = Servers.h2();
        Comparison runs = ForkedJvm.running(SilentServer.class, server.jdbcUrl(), server.user(), server.password())
                .with(Libraries.H2)
                .compared();
        runs.same();
        assertTrue(!runs.with().agentLines("new pool").isEmpty(), () -> "pooled: " + runs.with());
        Duration longer = runs.with().took().minus(runs.without().took());
        assertTrue(longer.toMillis() < 4_000, () -> "the end of the JVM took longer by " + longer);
    }
}
