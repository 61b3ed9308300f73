package io.poolagent.it.life;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.Comparison;
import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Libraries;
import io.poolagent.it.harness.Servers;
import io.poolagent.sample.server.DatabaseServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import legacy.life.Noisy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invariant 1: standard output belongs to the application, whatever the agent has to say. */
class StandardOutputIT {
    @ParameterizedTest
    @ValueSource(strings = {"log.level=trace", "mode=observe", "pool.max=2", "pool.max=none", "log.level=off"})
    void sameBytes(String option) {
        Comparison runs = noisy().compared(option).same();
        boolean silent = option.equals("log.level=off");
        assertTrue(silent == runs.with().agentLines().isEmpty(), () -> "the agent's lines of " + runs.with());
    }

    @Test
    void logsToJavaUtilLogging() {
        Comparison runs = noisy().expecting("^WARNING: (POOL EXHAUSTED|PROVEN LEAK)")
                .compared("log.target=jul")
                .same();
        assertTrue(runs.with().errors().contains("new pool"), () -> "JUL's console handler of " + runs.with());
        // at the JVM's end JUL closes its handlers beside the agent
        assertTrue(
                runs.with().agentLines().stream()
                        .allMatch(line -> line.contains(" INFO  pool ") || line.contains("leaks and open leases")),
                () -> "lines that went past JUL: " + runs.with());
    }

    @Test
    void logsToFile(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("agent.log");
        Comparison runs = noisy().compared("log.target=file:" + log).same();
        assertTrue(Files.readString(log).contains("new pool"), "lines in the file");
        assertFalse(runs.with().errors().contains("[pool-agent]"), () -> "lines beside the file: " + runs.with());
    }

    private static ForkedJvm noisy() {
        DatabaseServer server = Servers.h2();
        return ForkedJvm.running(Noisy.class, server.jdbcUrl(), server.user(), server.password())
                .with(Libraries.H2);
    }
}
