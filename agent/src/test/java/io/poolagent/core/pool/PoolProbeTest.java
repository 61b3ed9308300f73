package io.poolagent.core.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.core.config.ConfigReader;
import io.poolagent.core.database.Databases;
import io.poolagent.core.lease.Times;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All connections are in use: what a look at the database costs, and when there is none. */
class PoolProbeTest {
    private final PoolSettings settings = new PoolSettings(ConfigReader.read("pool.max=1", Map.of(), new Properties()));
    private final PoolCounters counters = new PoolCounters(new PoolLog("test"));
    private final HikariSlots slots = new HikariSlots(1, new Times.Shared());
    private final Server server = new Server();
    private final Fitness fitness = new Fitness(settings, server);
    private final SlotInventory inventory = new SlotInventory(slots.all(), fitness, counters, server);
    private final PoolProbe probe = new PoolProbe(
            slots, inventory, null, fitness, Databases.of("jdbc:postgresql://h/d"), counters, this::connect);

    private String state = "";
    private @Nullable Exception cause;
    private int connects;
    private int closes;

    private Object connect() throws SQLException {
        connects++;
        if (!state.isEmpty()) {
            throw new SQLException("the test", state, cause);
        }
        return stub(Connection.class);
    }

    private <T> T stub(Class<T> type) {
        Object made = Proxy.newProxyInstance(
                PoolProbeTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    closes += method.getName().equals("close") ? 1 : 0;
                    return method.getReturnType() == DatabaseMetaData.class
                            ? stub(DatabaseMetaData.class)
                            : method.getName().startsWith("getDatabaseProduct") ? "x" : null;
                });
        return type.cast(made);
    }

    private void refusedWith(String sqlState, boolean byHand) {
        state = sqlState;
        SQLException thrown = assertThrows(SQLException.class, () -> probe.ask(1, byHand));
        assertEquals(sqlState, thrown.getSQLState());
    }

    private void isNotAsked() {
        int before = connects;
        assertThrows(PoolProbe.NotAsked.class, () -> probe.ask(1, false));
        assertEquals(before, connects);
    }

    @BeforeEach
    void lease() {
        assertTrue(slots.take() != null && slots.take() == null);
    }

    @Test
    void oneConnectionMoreIsMadeAndClosed() throws Throwable {
        probe.ask(1, false);
        assertEquals(1, connects);
        assertEquals(1, closes);
        assertEquals("x x", probe.version());
    }

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P03"})
    void whoDoesNotAnswerIsAskedAgain(String sqlState) {
        refusedWith(sqlState, false);
        refusedWith(sqlState, false);
        assertEquals(2, connects);
    }

    /** H2's state for a connection that is broken or not made; the network's own failure is behind it. */
    @Test
    void whoCanNotBeReachedIsAskedAgainWhateverTheState() {
        cause = new ConnectException("the test");
        counters.connectFailed(new SQLException("the test", "90067", cause));
        refusedWith("90067", false);
        refusedWith("90067", false);
        assertEquals(2, connects);
        refusedWith("28000", false);
        isNotAsked();
    }

    /** 72000: Oracle's, also of a wrong password; 08004: Derby's, and a full MySQL's. */
    @ParameterizedTest
    @ValueSource(strings = {"28P01", "28000", "72000", "08004", "S0001"})
    void whatIsRefusedIsNotTriedAgainUntilTheApplicationHasConnected(String sqlState) {
        refusedWith(sqlState, false);
        isNotAsked();
        counters.direct.increment();
        refusedWith(sqlState, false);
        isNotAsked();
    }

    @Test
    void aLoginThatTheApplicationTriedInVainIsNotTriedAgain() {
        counters.connectFailed(new SQLException("the test", "28P01"));
        isNotAsked();
        counters.connected();
        refusedWith("08001", false);
    }

    @Test
    void whoIsAskedByHandIsAsked() throws Throwable {
        refusedWith("28P01", true);
        refusedWith("28P01", true);
        isNotAsked();
        state = "";
        probe.ask(1, true);
        probe.ask(1, false);
        assertEquals(4, connects);
    }

    @Test
    void aFullServerIsThereAndIsNotAskedForMore() {
        state = "53300";
        assertThrows(PoolProbe.NotAsked.class, () -> probe.ask(1, false));
        assertEquals(1, connects);
        isNotAsked();
    }

    @Test
    void aPoolThatWasThrownAwayDoesNotConnect() {
        fitness.close();
        isNotAsked();
    }
}
