package io.poolagent.it.jmx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Libraries;
import io.poolagent.it.harness.Ports;
import io.poolagent.it.harness.Servers;
import io.poolagent.sample.server.DatabaseServer;
import java.util.LinkedHashMap;
import java.util.Map;
import legacy.jmx.Figures;
import legacy.jmx.FullHeap;
import org.junit.jupiter.api.Test;

/** A load of which every number is known gives exactly these numbers, and what people change takes effect. */
class FiguresIT {
    @Test
    void figuresAreThoseOfTheLoad() {
        DatabaseServer server = Servers.postgres();
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put(
                "used",
                "Acquires 21, Created 1, AcquireCount 21, HoldCount 21, CreateCount 1, StatementCount 20, Active 0, Idle 1");
        expected.put("used elsewhere", "14 the same");
        expected.put(
                "failed",
                "Acquires 24, Errors 3, FailedStatementCount 3, StatementCount 20,"
                        + " LastError org.postgresql.util.PSQLException 42703");
        expected.put("failed elsewhere", "6 the same");
        expected.put("waited", "Acquires 28, WaitCount 1, Timeouts 0, MaxUsed 3, Waiting 0");
        expected.put("waited elsewhere", "7 the same");
        expected.put("refused", "true");
        expected.put("exhausted", "Acquires 29, WaitCount 2, Timeouts 1, Utilisation 100.0, Active 3");
        expected.put("exhausted elsewhere", "8 the same");
        expected.put("grown", "Max 5, Active 5, Resizes 1, LastResizeReason max from 3 to 5, by JMX");
        expected.put("grown elsewhere", "4 the same");
        expected.put("shrunk", "Max 1, Total 1, Idle 1, Resizes 2");
        expected.put("shrunk elsewhere", "5 the same");
        expected.put("bad", "max 0 is not allowed for pool; allowed is 1 to 10000, and not less than min, which is 0");
        expected.put("suspended", "Direct 1, Suspended true, Idle 1");
        expected.put("suspended elsewhere", "3 the same");
        expected.put("evicted", "Idle 0, Suspended false");
        expected.put("evicted elsewhere", "2 the same");
        expected.put("afterwards", "Idle 1, Acquires 33");
        expected.put("afterwards elsewhere", "3 the same");
        expected.put("leaked", "Acquires 34, Reclaimed 1, Active 0, HoldCount 34");
        expected.put("leaked elsewhere", "7 the same");
        expected.put("reset", "Acquires 0, HoldCount 0, WaitCount 0, Errors 0, Timeouts 0, MaxUsed 0");
        expected.put("reused", "Acquires 3, Created 0, MaxUsed 3, Active 0");
        expected.put(
                "heard",
                "[poolagent.leak.proven, poolagent.pool.exhausted, poolagent.pool.recovered, poolagent.pool.resized,"
                        + " poolagent.pool.resized, poolagent.pool.resized]");
        int port = Ports.free();
        Map<String, String> found = ForkedJvm.running(
                        Figures.class, server.jdbcUrl(), server.user(), server.password(), String.valueOf(port))
                .with(Libraries.POSTGRES)
                .agent("pool.max=3,pool.overflow=wait,pool.acquire-timeout=400ms,http.port=" + port)
                .run()
                .succeeded()
                .facts();
        assertEquals(join(expected), join(found));
    }

    /** Held objects fill the heap, and garbage does not. */
    @Test
    void fullHeapIsToldOf() {
        DatabaseServer server = Servers.h2();
        Map<String, String> found = ForkedJvm.running(
                        FullHeap.class, server.jdbcUrl(), server.user(), server.password())
                .with(Libraries.H2)
                .jvm("-Xmx128m")
                .agent()
                .run()
                .succeeded()
                .facts();
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("before", "healthy");
        expected.put("full", "true");
        expected.put("reason", "heap is or was at 70% or more (warning)");
        expected.put(
                "recommendation",
                "raise -Xmx (N MB), or look for what fills the heap: N % of it are in use after collections; open leases hold"
                        + " about N MB");
        expected.put("empty", "true");
        expected.put(
                "heard",
                "[poolagent.threshold JVM: heap is N%: warning from N% on, poolagent.threshold JVM: heap is N%, healthy again]");
        assertEquals(join(expected), join(found));
    }

    private static String join(Map<String, String> facts) {
        StringBuilder text = new StringBuilder();
        facts.forEach((name, fact) -> text.append(name).append('=').append(fact).append('\n'));
        return text.toString();
    }
}
