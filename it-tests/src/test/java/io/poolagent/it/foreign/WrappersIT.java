package io.poolagent.it.foreign;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Libraries;
import io.poolagent.it.harness.Run;
import io.poolagent.it.harness.Servers;
import io.poolagent.sample.server.DatabaseServer;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import legacy.pools.Wrapped;
import org.junit.jupiter.api.Test;

/** However many data sources stand around one, an acquire is one. */
class WrappersIT {
    private final DatabaseServer server = Servers.postgres();

    @Test
    void eachAcquireCountsOnce() {
        String[] jars = Stream.concat(
                        Stream.of(OwnPools.with(Libraries.POSTGRES)), Stream.of("p6spy", "datasource-proxy"))
                .toArray(String[]::new);
        ForkedJvm program = ForkedJvm.running(Wrapped.class, server.jdbcUrl(), server.user(), server.password())
                .with(jars);
        Map<String, String> alone = program.run().succeeded().facts();
        assertEquals(51, alone.size(), alone::toString);
        Run run = program.arguments("watched").agent("log.level=warn").run().succeeded();
        Map<String, String> expected = new TreeMap<>(alone);
        expected.replaceAll((name, fact) ->
                name.endsWith("held") ? "2 acquires, 2 leases" : name.endsWith("closed") ? "0 leases" : fact);
        assertAll(expected.entrySet().stream()
                .map(each -> () -> assertEquals(each.getValue(), run.facts().get(each.getKey()), each.getKey())));
    }
}
