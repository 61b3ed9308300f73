package io.poolagent.it.image;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.Comparison;
import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Pooled;
import legacy.Holding;
import legacy.release.SessionState;
import org.testcontainers.containers.JdbcDatabaseContainer;

/** What is shown on each database that only comes as an image. */
final class ImageDatabase {
    private ImageDatabase() {}

    /** A session comes back, in a handle of the agent's. */
    static void isPooled(JdbcDatabaseContainer<?> container, String... libraries) {
        Comparison runs = program(Holding.class, container, libraries).compared();
        Pooled.assertUnpooled(runs.without(), 1);
        Pooled.assertPooled(runs.with(), 1);
    }

    /** Work that was not committed is ended at close as the driver ends it. */
    static void endsTransactionsAsTheDriverDoes(
            JdbcDatabaseContainer<?> container, String script, String... libraries) {
        Comparison runs = program(SessionState.class, container, libraries)
                .arguments(script)
                .compared();
        runs.without().succeeded();
        runs.same();
        assertTrue(!runs.with().lines().isEmpty(), () -> "cases played: " + runs.with());
        assertTrue(!runs.with().agentLines("new pool").isEmpty(), () -> "pooled: " + runs.with());
    }

    private static ForkedJvm program(Class<?> main, JdbcDatabaseContainer<?> container, String... libraries) {
        return ForkedJvm.running(main, container.getJdbcUrl(), container.getUsername(), container.getPassword())
                .with(libraries);
    }
}
