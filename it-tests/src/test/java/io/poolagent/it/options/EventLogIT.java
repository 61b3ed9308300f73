package io.poolagent.it.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Libraries;
import io.poolagent.it.harness.Run;
import io.poolagent.it.harness.Servers;
import io.poolagent.sample.server.DatabaseServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import legacy.jmx.Figures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to each connection, as lines that a machine reads; and what is left when the JVM has ended. */
class EventLogIT {
    private static final Pattern LINE =
            Pattern.compile("\\{\"time\":\"[^\"]+Z\",\"level\":\"[A-Z]+\",\"logger\":\"pool-agent\",.*}");

    @Test
    void everyEventIsOneLineOfJson(@TempDir Path folder) throws Exception {
        DatabaseServer server = Servers.postgres();
        Path history = folder.resolve("history.json");
        Run run = ForkedJvm.running(Figures.class, server.jdbcUrl(), server.user(), server.password())
                .with(Libraries.POSTGRES)
                .agent("pool.max=3,pool.overflow=wait,pool.acquire-timeout=400ms,log.level=trace,log.format=json,"
                        + "history.file=" + history)
                .run()
                .succeeded();
        List<String> lines = run.errors().lines().toList();
        assertEquals(
                List.of(),
                lines.stream().filter(each -> !LINE.matcher(each).matches()).toList());
        assertEquals(40, count(lines, "poolagent.lease.acquired"), run::toString);
        assertEquals(40, count(lines, "poolagent.lease.released"), run::toString);
        assertEquals(3, count(lines, "poolagent.error"), run::toString);
        assertTrue(count(lines, "poolagent.connection.opened") >= 5, run::toString);
        assertTrue(count(lines, "poolagent.connection.closed") >= 4, run::toString);
        assertTrue(lines.stream().noneMatch(each -> each.contains(server.password())), run::toString);
        String kept = Files.readString(history);
        assertTrue(kept.startsWith("{\"pools\":[{\"name\":\"jdbc:postgresql:"), kept);
    }

    private static long count(List<String> lines, String event) {
        return lines.stream()
                .filter(each -> each.contains("\"event\":\"" + event + "\""))
                .count();
    }
}
