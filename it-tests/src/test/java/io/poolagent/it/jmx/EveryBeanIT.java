package io.poolagent.it.jmx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.poolagent.it.foreign.OwnPools;
import io.poolagent.it.harness.Await;
import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Jdks;
import io.poolagent.it.harness.Libraries;
import io.poolagent.it.harness.Ports;
import io.poolagent.it.harness.Run;
import io.poolagent.it.harness.Servers;
import io.poolagent.sample.server.DatabaseServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.management.ObjectName;
import legacy.jmx.Everything;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A client from outside, which knows nothing but what the beans declare, reads every attribute and table, calls every
 * operation and receives every notification.
 */
class EveryBeanIT {
    /** A bean of each kind, in the order in which they are asked for operations: the later ones clear. */
    private static final List<String> KINDS = List.of("Agent", "ForeignPool", "Pool", "Leaks");

    /** What somebody can be told of, as documented. */
    private static final Set<String> EVENTS = Set.of(
            "poolagent.leak.suspected",
            "poolagent.leak.proven",
            "poolagent.lease.abandoned",
            "poolagent.pool.exhausted",
            "poolagent.pool.recovered",
            "poolagent.pool.resized",
            "poolagent.database.down",
            "poolagent.threshold");

    /** One stays empty where all is well, the other for a minute. */
    private static final Set<String> EMPTY =
            Set.of("Agent.HookErrorsByHook", "Pool.HistoryOfDay", "ForeignPool.HistoryOfDay");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {8, 17, 25})
    void isReadCalledAndHeard(int version) throws Exception {
        int port = Ports.free();
        ForkedJvm program = program().on(Jdks.require(version)).jvm(Client.listening(port));
        CompletableFuture<Run> running = CompletableFuture.supplyAsync(program::run);
        try (Client client = Client.onPort(port)) {
            Map<String, ObjectName> beans = new LinkedHashMap<>();
            Map<String, Heard> heard = new LinkedHashMap<>();
            for (String kind : KINDS) {
                ObjectName bean = client.bean(kind);
                beans.put(kind, bean);
                heard.put(kind, new Heard(client, bean));
            }
            assertEquals(Set.copyOf(beans.values()), client.names(), "one of each kind, and no other kind");
            Files.createFile(folder.resolve("happen"));
            readAll(client, beans);
            callAll(client, beans);
            hearAll(heard);
        } finally {
            Files.createFile(folder.resolve("end"));
        }
        running.get(60, TimeUnit.SECONDS).succeeded();
    }

    private ForkedJvm program() {
        DatabaseServer server = Servers.postgres();
        List<Path> path = new ArrayList<>(Libraries.programsAnd(Libraries.POSTGRES, "slf4j-api"));
        path.add(OwnPools.jars("hikaricp").stream()
                .filter(each -> each.endsWith("HikariCP-3.4.5.jar")) // it runs on Java 8 as well
                .findFirst()
                .orElseThrow());
        return ForkedJvm.running(
                        Everything.class, server.jdbcUrl(), server.user(), server.password(), folder.toString())
                .classPath(path)
                .agent("pool.max=2", "leak.threshold=1s", "leak.abandoned-after=6s");
    }

    /** While all kinds of things happen, until all tables had rows. */
    private void readAll(Client client, Map<String, ObjectName> beans) throws Exception {
        Readings readings = new Readings(client, Servers.postgres().password());
        Set<String> empty = new TreeSet<>();
        try {
            Await.until("all has happened, and tables had rows", Duration.ofSeconds(40), () -> {
                for (ObjectName each : beans.values()) {
                    readings.read(each);
                }
                empty.clear();
                empty.addAll(readings.tables());
                empty.removeAll(readings.filled());
                return EMPTY.containsAll(empty) && Files.exists(folder.resolve("happen.done"));
            });
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "; without rows: " + empty, e);
        }
        assertEquals(0L, client.get(beans.get("Agent"), "HookErrors"));
    }

    private static void callAll(Client client, Map<String, ObjectName> beans) throws Exception {
        Operations operations = new Operations(
                client,
                ObjectName.unquote(beans.get("Pool").getKeyProperty("name")),
                ObjectName.unquote(beans.get("ForeignPool").getKeyProperty("name")));
        for (ObjectName each : beans.values()) {
            operations.call(each);
            operations.write(each);
        }
        operations.allCalled();
    }

    private static void hearAll(Map<String, Heard> heard) throws Exception {
        assertEquals(EVENTS, heard.get("Agent").declared());
        for (Map.Entry<String, Heard> each : heard.entrySet()) {
            Heard told = each.getValue();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
            Await.until(
                    "they are there, or never come",
                    Duration.ofSeconds(10),
                    () -> told.types().containsAll(told.declared()) || System.nanoTime() > end);
            assertEquals(told.declared(), told.types(), () -> "what the bean " + each.getKey() + " tells");
            told.check(Servers.postgres().password());
        }
    }
}
