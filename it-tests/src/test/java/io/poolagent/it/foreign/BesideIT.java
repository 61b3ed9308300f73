package io.poolagent.it.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.Comparison;
import io.poolagent.it.harness.ForkedJvm;
import io.poolagent.it.harness.Libraries;
import io.poolagent.it.harness.Run;
import io.poolagent.it.harness.Servers;
import io.poolagent.it.harness.Sql;
import io.poolagent.sample.server.DatabaseServer;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import legacy.pools.BrokenPool;
import legacy.pools.LazyPools;
import legacy.pools.VectorPool;
import legacy.pools.WebApplications;
import org.junit.jupiter.api.Test;

/** Pools that nobody knows, and several of one kind in one JVM. */
class BesideIT {
    private final DatabaseServer server = Servers.postgres();

    /** Its connections are held for long, by many threads in turn: that is what it is for. */
    @Test
    void aHomeMadePoolRaisesNoAlarm() {
        Comparison runs = ForkedJvm.running(VectorPool.class, server.jdbcUrl(), server.user(), server.password())
                .with(Libraries.POSTGRES)
                .compared("leak.threshold=1s");
        runs.without().succeeded();
        runs.same();
        assertEquals("true", runs.with().facts().get("the same sessions"), runs::toString);
        assertEquals("3", runs.with().facts().get("sessions"), runs::toString);
        assertEquals(
                List.of(),
                runs.with().agentLines(" LEAK at "),
                () -> runs.with().toString());
        assertTrue(
                !runs.with()
                        .agentLines("held on purpose, no leak: threads take turns with it")
                        .isEmpty(),
                () -> runs.with().toString());
        assertEquals(
                1,
                runs.with().agentLines("made ahead with others like it").size(),
                () -> runs.with().toString());
    }

    /** Idle connections of such pools are known by what the pools' code does, however long nobody needs them. */
    @Test
    void sparesOfHomeMadePoolsRaiseNoAlarm() {
        Run run = ForkedJvm.running(LazyPools.class, server.jdbcUrl(), server.user(), server.password())
                .with(Libraries.POSTGRES)
                .agent("leak.threshold=1s")
                .run()
                .succeeded();
        assertEquals("sss", run.fact("sessions"), run::toString);
        assertEquals(1, run.agentLines(" LEAK at ").size(), run::toString);
        assertTrue(run.agentLines(" LEAK at ").get(0).contains("in legacy.pools.LazyPools.main: "), run::toString);
        assertEquals(
                3,
                run.agentLines("no leak: a pool of the application's own made it")
                        .size(),
                run::toString);
    }

    /** Its first connection is its own; from then on a managed pool answers. */
    @Test
    void aBrokenPoolIsTakenOver() {
        ForkedJvm program = ForkedJvm.running(BrokenPool.class, server.jdbcUrl(), server.user(), server.password())
                .with(Libraries.POSTGRES);
        assertEquals("30", program.run().succeeded().facts().get("sessions"));
        Run with = program.agent("foreign.takeover=legacy.pools.Broken*|com.acme.*", "leak.threshold=1s")
                .run()
                .succeeded();
        assertEquals("2", with.facts().get("sessions"), with::toString);
        assertEquals("1", with.facts().get("direct"), with::toString);
        assertEquals(
                1,
                with.agentLines("foreign.takeover: legacy.pools.BrokenPool connects to")
                        .size(),
                with::toString);
        assertEquals(0, with.agentLines("LEAK").size(), with::toString);
        assertTrue(!with.output().contains("not taken back"), with::toString);
    }

    /** Two users behind one class: nobody may get the other's connection. */
    @Test
    void aPoolOfSeveralUsersIsLeftAlone() throws Exception {
        Sql.createUsers(server, "taken_over", 1, "own-pool");
        Run with = ForkedJvm.running(
                        BrokenPool.class, server.jdbcUrl(), server.user(), server.password(), "taken_over0", "own-pool")
                .with(Libraries.POSTGRES)
                .agent("foreign.takeover=legacy.pools.BrokenPool")
                .run()
                .succeeded();
        assertEquals("taken_over0", with.facts().get("user"), with::toString);
        assertEquals(server.user(), with.facts().get("again"), with::toString);
    }

    /** No mixing of classes, MBeans, threads or logs; the agent's own pool is beside them. */
    @Test
    void twoVersionsOfHikariCpInTwoWebApplications() {
        String driver = Libraries.jar(Libraries.POSTGRES) + File.pathSeparator + Libraries.jar("slf4j-api");
        Path old = OwnPools.jars("hikaricp").stream()
                .filter(each -> each.endsWith("HikariCP-2.4.7.jar"))
                .findFirst()
                .orElseThrow();
        Comparison runs = ForkedJvm.running(
                        WebApplications.class,
                        server.jdbcUrl(),
                        server.user(),
                        server.password(),
                        driver + File.pathSeparator + old,
                        driver + File.pathSeparator + Libraries.jar("HikariCP"))
                .with(Libraries.POSTGRES)
                .compared();
        runs.without().succeeded();
        runs.same();
        Run with = runs.with();
        assertEquals(
                1, with.agentLines("foreign pool: application-1, HikariCP (").size(), with::toString);
        assertEquals(
                1, with.agentLines("foreign pool: application-2, HikariCP (").size(), with::toString);
        // HikariCP changes the JVM's login timeout, which is a part of what a pool stands for.
        assertEquals(2, with.agentLines("new pool: ").size(), with::toString);
        assertEquals(0, with.agentLines("LEAK").size(), with::toString);
    }
}
