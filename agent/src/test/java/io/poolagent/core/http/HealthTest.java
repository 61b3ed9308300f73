package io.poolagent.core.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.core.config.Config;
import io.poolagent.core.config.ConfigReader;
import io.poolagent.core.foreign.ForeignPools;
import io.poolagent.core.foreign.Pace;
import io.poolagent.core.leak.Leaks;
import io.poolagent.core.lease.Holder;
import io.poolagent.core.pool.Pools;
import io.poolagent.core.watch.Watch;
import java.nio.charset.StandardCharsets;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What is answered about databases that are there, or not, or of which nothing is known. */
class HealthTest {
    private final Config config = ConfigReader.read("", Map.of(), new Properties());
    private final Leaks leaks = new Leaks(config);
    private final Watch watch = new Watch(config, leaks, null);
    /** The housekeeper shows them to nobody: the test does. */
    private final Pools pools = new Pools(config, leaks, all -> {});

    private final Health health = new Health(watch);
    private final HikariDataSource own = new HikariDataSource();
    private final ForeignPools.Local local = new ForeignPools.Local(new Holder(Thread.currentThread()));

    private void refused(Exception thrown) {
        pools.foreign().refused(local, own, thrown);
        watch.look(pools);
    }

    private void acquired() {
        Pace pace = new Pace();
        pace.begin();
        pools.foreign().acquired(local, pace, own, new Object());
        watch.look(pools);
    }

    private void says(String status, String connected, boolean ready) {
        Answer answer = health.status();
        String text = text(answer);
        assertTrue(text.contains("\"status\":\"" + status + "\""), text);
        assertTrue(text.contains("\"connected\":" + connected), text);
        assertEquals(status.equals("error") ? 503 : 200, answer.status);
        assertEquals(ready ? 200 : 503, health.ready().status);
        assertTrue(text(health.ready()).contains("\"ready\":" + ready));
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private void testSays(int status, String connected) throws InterruptedException {
        Answer answer = new DatabaseTest(watch).call();
        assertEquals(status, answer.status);
        assertTrue(text(answer).contains("\"connected\":" + connected + ",\"pools\""), text(answer));
    }

    @Test
    void nothingIsKnownWithoutPools() throws Exception {
        watch.look(pools);
        says("healthy", "null", true);
        testSays(200, "null");
    }

    /** Away from the application's start: there was never a pool. */
    @Test
    void anOutageIsSeenWithoutAPool() throws Exception {
        pools.connectFailed(Driver.class, "jdbc:test://db/shop", new SQLException("refused", "08001"));
        watch.look(pools);
        says("error", "false", false);
        assertEquals(
                List.of("jdbc:test://db/shop: connections can not be made: java.sql.SQLException 08001"),
                watch.reasons());
        testSays(200, "null");
        pools.connected(Driver.class, "jdbc:test://db/shop");
        watch.look(pools);
        says("healthy", "null", true);
        pools.connectFailed(Driver.class, "jdbc:test://db/shop", new SQLException("refused", "28P01"));
        watch.look(pools);
        says("healthy", "null", true);
    }

    @Test
    void aForeignPoolThatCanNotConnectIsDownUntilAnAcquireSucceeds() throws Exception {
        refused(new SQLFeatureNotSupportedException("getConnection(user, password)"));
        says("healthy", "null", true);
        testSays(200, "null");
        refused(new SQLTransientConnectionException(
                "own - Connection is not available", "08001", new SQLException("refused", "08001")));
        says("error", "false", false);
        testSays(503, "false");
        acquired();
        says("warning", "true", true); // alert.errors-per-hour, at the third look
    }

    @Test
    void aForeignPoolOfWhichAllAreInUseIsNotDown() {
        acquired();
        own.active = 3;
        own.total = 3;
        refused(new SQLTransientConnectionException("own - Connection is not available"));
        says("warning", "true", true);
        own.active = 2; // one came back a moment before the refusal was looked at
        refused(new SQLTransientConnectionException("own - Connection is not available"));
        says("healthy", "true", true);
        own.total = 2;
        refused(new SQLTransientConnectionException("own - Connection is not available"));
        says("error", "false", false);
    }

    @Test
    void aLoginThatAForeignPoolIsRefusedIsNoOutage() {
        refused(new IllegalStateException("the pool", new SQLException("refused", "28P01")));
        says("error", "false", true);
    }
}
