package io.poolagent.it.jmx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.tools.attach.VirtualMachine;
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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.management.Attribute;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.OpenMBeanInfo;
import legacy.jmx.Load;
import legacy.jmx.ManyPools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a JMX client sees of a load whose figures are known. */
class PoolBeansIT {
    private static final int OVERFLOW = 2;

    @TempDir
    private Path folder;

    private ForkedJvm load() {
        DatabaseServer server = Servers.postgres();
        return ForkedJvm.running(Load.class, server.jdbcUrl(), server.user(), server.password(), folder.toString())
                .with(Libraries.POSTGRES)
                .agent("pool.max=3", "sql.slow=200ms");
    }

    private void step(String name) throws Exception {
        Files.createFile(folder.resolve(name));
        Await.until(
                "the step " + name + " is over",
                Duration.ofSeconds(30),
                () -> Files.exists(folder.resolve(name + ".done")));
    }

    /** Only a hundred have a history; all of them count. */
    @ParameterizedTest
    @ValueSource(strings = {"pool", "observe"})
    void poolsBeyondThoseThatAreShownCount(String mode) {
        Run run = ForkedJvm.running(ManyPools.class, "120")
                .with(Libraries.H2)
                .agent("mode=" + mode)
                .run()
                .succeeded();
        assertEquals("120", run.fact("pools"), run::toString);
        assertEquals("240", run.fact("acquires"), run::toString);
        assertEquals("[healthy]", run.fact("states"), run::toString);
        assertEquals("120", run.fact("active"), run::toString);
        assertEquals(mode.equals("pool") ? "120" : "240", run.fact("connects"), run::toString);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 17, 25})
    void figuresAreThoseOfTheLoad(int version) throws Exception {
        int port = Ports.free();
        ForkedJvm program = load().on(Jdks.require(version)).jvm(Client.listening(port));
        CompletableFuture<Run> running = CompletableFuture.supplyAsync(program::run);
        try (Client client = Client.onPort(port)) {
            ObjectName pool = client.bean("Pool");
            ObjectName leaks = client.bean("Leaks");
            used(client, pool, leaks);
            leaked(client, pool, leaks);
            held(client, pool, leaks);
            released(client, pool, leaks);
        } finally {
            Files.createFile(folder.resolve("end"));
        }
        Run run = running.get(60, TimeUnit.SECONDS).succeeded();
        assertEquals(2, run.agentLines("INFO  open leases:").size(), run::toString);
        assertFalse(run.errors().contains("secret"), run::toString);
    }

    private static void used(Client client, ObjectName pool, ObjectName leaks) throws Exception {
        client.await(pool, "Idle", 1);
        Await.until(
                "all were used",
                Duration.ofSeconds(20),
                () -> client.get(pool, "ReuseRatio").equals(1 - 1.0 / Load.USED));
        assertEquals(
                "Active=0 Idle=1 Total=1 Waiting=0 Min=0 Max=3 MaxUsed=1 Utilisation=0.0",
                client.get(pool, "Active", "Idle", "Total", "Waiting", "Min", "Max", "MaxUsed", "Utilisation"));
        assertEquals(
                "Created=1 Closed=0 Overflow=0 Timeouts=0 Errors=1 LastError=org.postgresql.util.PSQLException 42P01"
                        + " Reclaimed=0",
                client.get(pool, "Created", "Closed", "Overflow", "Timeouts", "Errors", "LastError", "Reclaimed"));
        assertTrue(String.valueOf(client.get(pool, "LastErrorTime")).matches("20.*T.*Z"));
        assertEquals(List.of(), client.rows(pool, "Leases"));
        assertEquals(
                "SlowStatements=1 StatementsLeftOpen=1 ResultSetsLeftOpen=1 ThresholdMillis=60000",
                client.get(leaks, "SlowStatements", "StatementsLeftOpen", "ResultSetsLeftOpen", "ThresholdMillis"));
    }

    private void leaked(Client client, ObjectName pool, ObjectName leaks) throws Exception {
        step("leak");
        client.await(leaks, "Proven", (long) Load.LEAKED);
        client.await(pool, "Idle", 3);
        assertEquals(
                "Suspected=0 Proven=3 Reclaimed=3 Open=0 ClosedLate=0",
                client.get(leaks, "Suspected", "Proven", "Reclaimed", "Open", "ClosedLate"));
        assertEquals("Active=0 Created=3 Reclaimed=3", client.get(pool, "Active", "Created", "Reclaimed"));
        Set<String> places = new TreeSet<>();
        for (CompositeData place : client.rows(leaks, "ByPlace")) {
            places.add(String.valueOf(place.get("place")).replaceFirst("\\(.*", "") + " " + place.get("count") + " "
                    + place.get("proven") + " " + place.get("reclaimed") + " " + place.get("open") + " "
                    + place.get("suspected"));
            assertTrue(String.valueOf(place.get("first")).endsWith("Z"));
            assertTrue(String.valueOf(place.get("last")).compareTo((String) place.get("first")) >= 0);
            assertTrue((Long) place.get("longestMillis") >= 0);
        }
        assertEquals(Set.of("legacy.jmx.Load.leakHere 2 2 2 0 0", "legacy.jmx.Load.leakThere 1 1 1 0 0"), places);
        assertTrue(client.call(leaks, "report").contains("2 leaks at Load.java:"));
    }

    private void held(Client client, ObjectName pool, ObjectName leaks) throws Exception {
        step("hold");
        assertEquals(
                "Active=3 Idle=0 Total=3 MaxUsed=3 Utilisation=100.0 Created=3 Overflow=2",
                client.get(pool, "Active", "Idle", "Total", "MaxUsed", "Utilisation", "Created", "Overflow"));
        int acquires = Load.USED + Load.LEAKED + 3 + OVERFLOW;
        assertEquals(1 - (3.0 + OVERFLOW) / acquires, (Double) client.get(pool, "ReuseRatio"), 1e-9);
        List<CompositeData> leases = client.rows(pool, "Leases");
        assertEquals(3 + OVERFLOW, leases.size());
        Set<String> threads = new TreeSet<>();
        for (CompositeData lease : leases) {
            threads.add((String) lease.get("thread"));
            assertEquals(false, lease.get("threadAlive"));
            assertTrue(((String) lease.get("since")).endsWith("Z"));
            assertTrue((Long) lease.get("heldMillis") >= 0);
            assertTrue((Long) lease.get("id") > 0);
            assertTrue(((String) lease.get("place")).startsWith("legacy.jmx.Load.hold(Load.java:"), lease::toString);
            assertEquals("SELECT '?'", lease.get("lastSql"));
            assertTrue((Long) lease.get("lastSqlAgeMillis") >= 0);
            assertEquals(false, lease.get("running"));
            assertEquals(1, lease.get("statements"));
            assertEquals(true, lease.get("inTransaction"));
        }
        assertEquals(Set.of("holder-1", "holder-2", "holder-3", "holder-4", "holder-5"), threads);
        assertEquals(5, client.call(pool, "dumpLeases").lines().count());
        assertEquals(client.call(leaks, "dumpLeases").lines().count(), 5);
        String report = client.call(pool, "report");
        assertTrue(report.contains("active 3") && report.contains("overflow 2") && report.contains("holder-5"), report);
        client.await(leaks, "Open", 5L);
        assertEquals("Suspected=5 Open=5", client.get(leaks, "Suspected", "Open"));
        client.call(leaks, "clear");
        assertEquals("Suspected=5 Proven=0 Open=5", client.get(leaks, "Suspected", "Proven", "Open"));
    }

    private void released(Client client, ObjectName pool, ObjectName leaks) throws Exception {
        step("release");
        assertEquals(
                "Active=0 Idle=3 Total=3 Overflow=2 Closed=0 Utilisation=0.0",
                client.get(pool, "Active", "Idle", "Total", "Overflow", "Closed", "Utilisation"));
        assertEquals("Open=0 ClosedLate=5", client.get(leaks, "Open", "ClosedLate"));
        client.call(leaks, "clear");
        assertEquals(
                "Suspected=0 ClosedLate=0 StatementsLeftOpen=0",
                client.get(leaks, "Suspected", "ClosedLate", "StatementsLeftOpen"));
        assertEquals(List.of(), client.rows(leaks, "ByPlace"));
        client.server().setAttribute(leaks, new Attribute("ThresholdMillis", 1_234L));
        assertEquals(1_234L, client.get(leaks, "ThresholdMillis"));
        RuntimeMBeanException refused = assertThrows(
                RuntimeMBeanException.class,
                () -> client.server().setAttribute(leaks, new Attribute("ThresholdMillis", 0L)));
        assertInstanceOf(IllegalArgumentException.class, refused.getCause());
        assertTrue(refused.getCause().getMessage().contains("0 ms"), refused::toString);
    }

    /** As JConsole comes to a JVM that was started without any JMX: its coming makes the server, and the beans appear. */
    @Test
    void attachedClientSeesDescribedBeansWithoutSecrets() throws Exception {
        CompletableFuture<Run> running = CompletableFuture.supplyAsync(load()::run);
        try {
            VirtualMachine machine = attach();
            try (Client client = Client.at(machine.startLocalManagementAgent())) {
                client.bean("Pool");
                client.bean("Leaks");
                for (ObjectName each : client.names()) {
                    described(client, each);
                }
            } finally {
                machine.detach();
            }
        } finally {
            for (String step : List.of("leak", "hold", "release", "end")) {
                Files.createFile(folder.resolve(step));
            }
        }
        running.get(60, TimeUnit.SECONDS).succeeded();
    }

    private VirtualMachine attach() throws Exception {
        Await.until(
                "the program runs",
                Duration.ofSeconds(30),
                () -> VirtualMachine.list().stream()
                        .anyMatch(each -> each.displayName().contains(folder.toString())));
        return VirtualMachine.attach(VirtualMachine.list().stream()
                .filter(each -> each.displayName().contains(folder.toString()))
                .findFirst()
                .orElseThrow());
    }

    private static void described(Client client, ObjectName bean) throws Exception {
        MBeanInfo info = client.server().getMBeanInfo(bean);
        assertInstanceOf(OpenMBeanInfo.class, info);
        assertTrue(info.getDescription().contains(" "));
        String password = Servers.postgres().password();
        assertFalse(bean.toString().contains(password), bean::toString);
        for (MBeanAttributeInfo each : info.getAttributes()) {
            assertTrue(each.getDescription().contains(" "), each::toString);
            assertFalse(String.valueOf(client.get(bean, each.getName())).contains(password), each::toString);
        }
        for (MBeanOperationInfo each : info.getOperations()) {
            assertTrue(each.getDescription().contains(" "), each::toString);
            String answer = each.getSignature().length == 0
                    ? client.call(bean, each.getName())
                    : client.change(bean, each.getName(), each.getName().equals("setMin") ? 0 : 10);
            assertFalse(answer.contains(password), each::toString);
        }
    }
}
