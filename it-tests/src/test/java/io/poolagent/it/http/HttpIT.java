package io.poolagent.it.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.it.harness.Jdks;
import io.poolagent.it.harness.Run;
import io.poolagent.it.harness.Servers;
import java.util.List;
import java.util.Map;
import legacy.http.Served;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is answered over HTTP, to whom, and that it says nothing that it should not. */
class HttpIT {
    static final List<String> JSON_PATHS = List.of(
            "/health",
            "/health/live",
            "/health/ready",
            "/health/detailed",
            "/health/database",
            "/health/database/test",
            "/resources",
            "/leaks",
            "/leases",
            "/history");
    private static final String TOKEN = "the-token-of-the-test";
    private static final String BEARER = "Authorization: Bearer " + TOKEN;

    @ParameterizedTest
    @ValueSource(ints = {8, 25})
    void everyPathAnswers(int version) throws Exception {
        Run run;
        try (Program program = Program.served(Jdks.require(version), "leak.threshold=1s")) {
            program.awaitStatus("/health", 200);
            program.await("leaks are found", "/leaks", "count", Served.LEAKED + 1.0);
            for (String path : JSON_PATHS) {
                looksRight(program, path);
            }
            figures(program);
            leaks(program);
            refusals(program);
            metricsAndPage(program);
            serverGoesAndComes(program);
            run = program.end();
        }
        assertTrue(run.number("served") > 10, run::toString);
        assertEquals("0", run.fact("servers"), "MBeanServers, none of which is ours to make");
        assertFalse(run.fact("threads").contains("not apart"), run::toString);
        assertTrue(run.fact("threads").contains("pool-agent-http-dispatcher"), run::toString);
        assertTrue(run.fact("threads").contains("pool-agent-http-N"), run::toString);
    }

    private static void looksRight(Program program, String path) throws Exception {
        for (String each : new String[] {path, "/api" + path}) {
            Web.Answer answer = program.get(each);
            assertEquals(200, answer.status(), () -> each + ": " + answer);
            assertNotNull(answer.json());
            assertEquals("application/json; charset=utf-8", answer.headers().get("Content-Type"));
            common(answer);
            Web.Answer head = Web.ask(program.port, "HEAD", each);
            assertEquals(200, head.status(), each);
            assertEquals("", head.body(), each);
            assertTrue(Integer.parseInt(head.headers().get("Content-Length")) > 10, each);
        }
    }

    private static void common(Web.Answer answer) {
        assertEquals("no-store", answer.headers().get("Cache-Control"));
        assertEquals("nosniff", answer.headers().get("X-Content-Type-Options"));
        String password = Servers.postgres().password();
        for (String secret : new String[] {password, TOKEN, Served.SECRET}) {
            assertFalse(answer.body().contains(secret), () -> secret + " in " + answer);
            assertFalse(answer.headers().toString().contains(secret), answer::toString);
        }
    }

    private static void figures(Program program) throws Exception {
        Web.Answer health = program.get("/health");
        assertEquals(true, health.at("connected"));
        assertTrue((Double) health.at("uptimeSeconds") >= 1);
        assertTrue(((String) health.at("uptime")).endsWith(" s"));
        assertTrue(((String) health.at("timestamp")).endsWith("Z"));
        Web.Answer all = program.get("/health/detailed");
        for (String each : new String[] {
            "memory/heapUsed",
            "memory/heapCommitted",
            "cpu/processors",
            "gc/count",
            "gc/millis",
            "threads/live",
            "threads/started",
            "pools/0/acquires",
            "pools/0/total",
            "pools/0/acquire/count",
            "pools/0/hold/count",
            "pools/0/statement/count"
        }) {
            assertTrue((Double) all.at(each) > 0, () -> each + " in " + all);
        }
        assertEquals(false, all.at("pools/0/suspended"));
        assertEquals(0.0, all.at("pools/0/resizes/count"));
        assertEquals(0.0, all.at("pools/0/connectErrors"));
        assertEquals(0.0, all.at("failedConnects"));
        assertTrue((Double) all.at("pools/0/resets/transaction") >= 0);
        assertTrue((Double) all.at("pools/0/statement/p99") >= (Double) all.at("pools/0/statement/p50"));
        Web.Answer database = program.get("/health/database");
        String name = (String) database.at("pools/0/name");
        assertTrue(name.startsWith("jdbc:postgresql://127.0.0.1:"), name);
        assertEquals("managed", database.at("pools/0/type"));
        assertEquals(10.0, database.at("pools/0/max"));
        assertTrue((Double) database.at("pools/0/inUse") >= 1, database::toString);
        assertEquals(60.0, database.at("pools/0/optimalRange/from"));
        assertEquals("10", database.at("configuration/pool.max/value"));
        Web.Answer test = program.get("/health/database/test");
        assertEquals(true, test.at("pools/0/connected"), test::toString);
        assertTrue(((String) test.at("pools/0/serverVersion")).startsWith("PostgreSQL "), test::toString);
        assertTrue((Double) test.at("pools/0/responseTimeMs") > 0);
        Web.Answer resources = program.get("/resources");
        assertTrue((Double) resources.at("requests") > Served.LEAKED, resources::toString);
        assertTrue((Double) resources.at("mostUsed") >= 1, resources::toString);
        assertNotNull(program.get("/history").at("pools/0/hour/columns"));
    }

    private static void leaks(Program program) throws Exception {
        Web.Answer leaks = program.get("/leaks");
        assertEquals(1_000.0, leaks.at("thresholdMillis"));
        assertEquals((double) Served.LEAKED, leaks.at("proven"), leaks::toString);
        Map<?, ?> forgotten = place(leaks, "forget");
        assertEquals((double) Served.LEAKED, forgotten.get("count"));
        assertTrue(forgotten.get("stack").toString().contains("legacy.http.Served.main("), leaks::toString);
        assertTrue(((String) forgotten.get("last")).endsWith("Z"));
        assertEquals(1.0, place(leaks, "hold").get("open"));
        Web.Answer leases = program.get("/leases");
        assertEquals("hold", leases.at("leases/0/place/method"), leases::toString);
        assertEquals(Served.HOLDER, leases.at("leases/0/thread/name"));
        assertEquals("SELECT '?'", leases.at("leases/0/lastSql"));
        assertEquals(true, leases.at("leases/0/inTransaction"));
    }

    private static Map<?, ?> place(Web.Answer leaks, String method) {
        return ((List<?>) leaks.at("places"))
                .stream()
                        .map(each -> (Map<?, ?>) each)
                        .filter(each -> method.equals(((Map<?, ?>) each.get("place")).get("method")))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no leak in " + method + ": " + leaks));
    }

    private static void refusals(Program program) throws Exception {
        int port = program.port;
        for (String method : new String[] {"POST", "PUT", "DELETE", "OPTIONS", "TRACE"}) {
            Web.Answer refused = Web.ask(port, method, "/health");
            assertEquals(405, refused.status(), method);
            assertEquals("GET, HEAD", refused.headers().get("Allow"));
        }
        for (String path : new String[] {"/nothing", "/api", "/health/", "/../etc/passwd", "/api/api/health"}) {
            Web.Answer refused = program.get(path);
            assertEquals(404, refused.status(), path);
            assertNotNull(refused.at("error"));
            common(refused);
        }
        assertEquals(200, program.get("/health?any=thing").status());
        assertEquals(403, program.get("/leases", "Host: evil.example").status());
        assertEquals(
                403,
                program.get("/health", "Host: 127.0.0.1.evil.example:" + port).status());
        for (String host : new String[] {"localhost", "127.0.0.1:" + port, "[::1]:" + port, "LOCALHOST:1"}) {
            assertEquals(200, program.get("/health", "Host: " + host).status(), host);
        }
        assertEquals(
                400,
                Web.raw(port, "GET /health HTTP/1.1\r\nConnection: close\r\n\r\n")
                        .status());
    }

    private static void metricsAndPage(Program program) throws Exception {
        Web.Answer metrics = program.get("/metrics");
        assertEquals(200, metrics.status());
        assertEquals(
                "text/plain; version=0.0.4; charset=utf-8", metrics.headers().get("Content-Type"));
        assertTrue(metrics.body().contains("# TYPE poolagent_health gauge\n"), metrics::toString);
        common(metrics);
        assertEquals(program.get("/").body(), program.get("/api/").body());
        Web.Answer page = program.get("/");
        assertEquals(200, page.status());
        assertEquals("text/html; charset=utf-8", page.headers().get("Content-Type"));
        String policy = page.headers().get("Content-Security-Policy");
        assertTrue(policy.startsWith("default-src 'none'; script-src 'sha256-"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        assertFalse(page.body().contains("innerHTML"), "data becomes text only");
        common(page);
    }

    private static void serverGoesAndComes(Program program) throws Exception {
        program.step("down");
        program.awaitStatus("/health", 503);
        assertEquals("error", program.get("/health").at("status"));
        assertEquals(false, program.get("/health").at("connected"));
        program.awaitStatus("/health/ready", 503);
        program.awaitStatus("/health/database/test", 503);
        Web.Answer test = program.get("/health/database/test");
        assertEquals(false, test.at("pools/0/connected"), test::toString);
        assertNotNull(test.at("pools/0/error"));
        common(test);
        assertEquals(200, program.get("/health/live").status());
        assertTrue(program.get("/health/database")
                .at("pools/0/warnings")
                .toString()
                .contains("can not be made"));
        program.undo("down");
        program.awaitStatus("/health", 200);
        program.awaitStatus("/health/ready", 200);
    }

    /**
     * One slot is empty; nobody connects, so nobody but the agent can see that the server is away, and that it is back; where
     * no interval has it look, because somebody asks.
     */
    @ParameterizedTest
    @ValueSource(strings = {"1s", "0"})
    void databaseOfAQuietApplicationIsTested(String interval) throws Exception {
        try (Program program = Program.quiet("", "health.interval=" + interval, "session.reset=close")) {
            program.awaitStatus("/health/ready", 200);
            program.await("there is a pool", "/health", "connected", true);
            program.await("its connections are idle", "/health/database", "pools/0/available", 2.0);
            Web.Answer test = program.get("/health/database/test");
            assertEquals(true, test.at("pools/0/connected"), test::toString);
            program.step("down");
            if (!interval.equals("0")) {
                program.awaitStatus("/health/ready", 503);
            }
            program.awaitStatus("/health/database/test", 503);
            program.awaitStatus("/health/ready", 503);
            program.undo("down");
            program.awaitStatus("/health/ready", 200);
            program.end();
        }
    }

    /** No connection is idle, so one more is made to ask. */
    @Test
    void databaseOfAConnectionThatIsHeldIsTested() throws Exception {
        try (Program program = Program.quiet("held", "health.interval=1s")) {
            program.awaitStatus("/health/ready", 200);
            program.await("its connection is held", "/health/database", "pools/0/inUse", 1.0);
            program.step("down");
            program.awaitStatus("/health/ready", 503);
            assertEquals(false, program.get("/health").at("connected"));
            program.undo("down");
            program.awaitStatus("/health/ready", 200);
            program.await("nothing was added", "/health/database", "pools/0/total", 1.0);
            program.end();
        }
    }

    /** There is no pool before the first connect that succeeds. */
    @Test
    void outageFromTheStartIsSeen() throws Exception {
        try (Program program = Program.quiet("late", "log.level=debug")) {
            program.awaitStatus("/health/ready", 503);
            Web.Answer health = program.get("/health");
            assertEquals("error", health.at("status"), health::toString);
            assertEquals(false, health.at("connected"), health::toString);
            String metrics = program.get("/metrics").body();
            assertTrue(metrics.contains("\npoolagent_health 2.0\n"), metrics);
            assertTrue(metrics.contains("\npoolagent_pool_errors_total{sqlstate_class=\"08\"} "), metrics);
            program.step("up");
            program.awaitStatus("/health/ready", 200);
            program.await("it is connected", "/health", "connected", true);
            Run run = program.end();
            assertFalse(run.agentLines("error: no pool for jdbc:postgresql://").isEmpty(), run::toString);
            assertEquals(1, run.agentLines("connections can not be made").size(), run::toString);
        }
    }

    @Test
    void tokenIsAskedFor() throws Exception {
        try (Program program = Program.served(Jdks.require(17), "http.token=" + TOKEN, "ready.requires=agent")) {
            program.awaitStatus("/health", 200);
            for (String path : new String[] {"/leases", "/api/leases", "/metrics", "/health/database"}) {
                Web.Answer refused = program.get(path);
                assertEquals(401, refused.status(), path);
                assertTrue(refused.headers().get("WWW-Authenticate").startsWith("Bearer"));
                common(refused);
                for (String wrong : new String[] {"Bearer ", "Bearer the-token", "Basic dGhlOnRva2Vu", BEARER + "x"}) {
                    assertEquals(
                            401, program.get(path, "Authorization: " + wrong).status(), wrong);
                }
                assertEquals(200, program.get(path, BEARER).status(), path);
                common(program.get(path, BEARER));
            }
            for (String path : new String[] {"/", "/api/"}) {
                Web.Answer page = program.get(path);
                assertEquals(401, page.status(), path);
                assertTrue(page.headers().get("WWW-Authenticate").startsWith("Bearer"));
                assertTrue(page.body().contains("id=\"token\""), page::toString);
                assertEquals(200, program.get(path, BEARER).status(), path);
            }
            for (String path : new String[] {"/health", "/health/live", "/health/ready"}) {
                assertEquals(200, program.get(path).status(), path);
            }
            Web.Answer database = program.get("/health/database", BEARER);
            assertEquals("***", database.at("configuration/http.token/value"));
            program.step("down");
            program.awaitStatus("/health", 503);
            assertEquals(200, program.get("/health/ready").status(), "ready.requires=agent");
            program.end();
        }
    }

    @Test
    void otherAddressTakesAToken() throws Exception {
        try (Program program = Program.served(Jdks.require(17), "http.bind=0.0.0.0")) {
            program.awaitStatus("/health", 200);
            assertEquals(
                    200, program.get("/health/live", "Host: pod.example:9464").status());
            for (String path : new String[] {"/", "/metrics", "/leases", "/api/health/detailed"}) {
                Web.Answer refused = program.get(path);
                assertEquals(403, refused.status(), path);
                assertTrue(((String) refused.at("error")).contains("set http.token"), refused::toString);
            }
            Run run = program.end();
            assertEquals(1, run.agentLines("http.token is not set").size(), run::toString);
        }
    }
}
