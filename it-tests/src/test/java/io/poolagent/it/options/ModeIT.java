package io.poolagent.it.options;

import static io.poolagent.it.harness.Pooled.assertPooled;
import static io.poolagent.it.harness.Pooled.assertUnpooled;
import static io.poolagent.it.harness.Pooled.requests;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.poolagent.it.harness.Run;
import legacy.Holding;
import org.junit.jupiter.api.Test;

/** {@code mode} and {@code url.exclude}. */
class ModeIT {
    @Test
    void poolIsTheDefault() {
        assertPooled(requests(3).agent().run(), 3);
    }

    @Test
    void offDoesNothingAndSaysNothing() {
        Run run = assertUnpooled(requests(3).agent("mode=off").run(), 3);
        assertEquals("", run.errors());
    }

    @Test
    void observeTracksAndDoesNotPool() {
        Run run = requests(2).agent("mode=observe").run().succeeded();
        assertEquals(2 * Holding.ROUNDS, run.number("sessions"), run::toString);
        assertEquals("org.postgresql.jdbc.PgConnection$PoolAgent", run.fact("types"));
    }

    @Test
    void excludedUrlIsNotPooled() {
        assertUnpooled(
                requests().agent("url.exclude=jdbc:h2:*|JDBC:POSTGRESQL://*").run(), 1);
    }

    @Test
    void otherUrlIsPooledAllTheSame() {
        assertPooled(requests().agent("url.exclude=jdbc:h2:*|jdbc:postgresql").run(), 1);
    }
}
