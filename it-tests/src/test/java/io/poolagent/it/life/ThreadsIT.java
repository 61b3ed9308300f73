package io.poolagent.it.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.Comparison;
import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Jdks;
import io.poolagent.it.harness.Libraries;
import io.poolagent.it.harness.Servers;
import io.poolagent.sample.server.DatabaseServer;
import java.util.Map;
import java.util.TreeMap;
import legacy.life.Threads;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invariant 4: the agent's threads are daemons of ordinary priority that hold nothing of the application's. */
class ThreadsIT {
    @ParameterizedTest
    @ValueSource(ints = {8, 17, 25})
    void daemonsWithoutContextClassLoader(int version) {
        DatabaseServer server = Servers.postgres();
        Comparison runs = ForkedJvm.running(Threads.class, server.jdbcUrl(), server.user(), server.password(), "1000")
                .with(Libraries.POSTGRES)
                .on(Jdks.require(version))
                .compared("pool.min=2");
        Map<String, String> without = runs.without().succeeded().facts();
        Map<String, String> agents = new TreeMap<>(runs.with().succeeded().facts());
        agents.keySet().removeAll(without.keySet());
        assertTrue(agents.size() >= 2, () -> "threads of the agent's: " + agents);
        agents.forEach((name, thread) -> assertEquals("true,5,none", thread, name));
        if (version >= 9) {
            assertEquals(without.get("inherited"), runs.with().fact("inherited"), "threads that inherit from main");
        }
    }
}
