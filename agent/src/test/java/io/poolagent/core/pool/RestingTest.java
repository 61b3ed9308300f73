package io.poolagent.core.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.poolagent.core.config.Config;
import io.poolagent.core.config.ConfigReader;
import io.poolagent.core.database.Databases;
import io.poolagent.core.leak.Leaks;
import io.poolagent.core.lease.Holder;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RestingTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Config config = ConfigReader.read("", Map.of(), new Properties());
    private final Pools pools = new Pools(config, new Leaks(config), all -> {});
    private final Resting resting = new Resting();
    private final List<ManagedPool> made = new ArrayList<>();
    private final long start = System.nanoTime();

    private ManagedPool pool() {
        ManagedPool pool = pools.create(
                Driver.class, "jdbc:test://localhost/a", "u", Databases.UNKNOWN, null, () -> false, () -> {});
        made.add(pool);
        return pool;
    }

    private List<ManagedPool> gone(long afterSeconds) {
        return resting.look(made, start + afterSeconds * SECOND);
    }

    @AfterEach
    void dispose() {
        made.forEach(ManagedPool::dispose);
    }

    @Test
    void whatIsNotUsedIsKeptForADay() {
        ManagedPool pool = pool();
        assertEquals(List.of(), gone(61));
        assertEquals(List.of(), gone(23 * 3_600));
        assertEquals(List.of(pool), gone(25 * 3_600));
    }

    @Test
    void whoTriesToConnectUsesIt() {
        ManagedPool pool = pool();
        for (int hour = 1; hour < 30; hour++) {
            try {
                pool.acquire(
                        () -> {
                            throw new SQLException("nobody there", "08001");
                        },
                        new Holder(Thread.currentThread()),
                        null);
            } catch (PhysicalFailure expected) {
                assertEquals("08001", ((SQLException) expected.thrown()).getSQLState());
            }
            assertEquals(List.of(), gone(hour * 3_600L));
        }
    }

    @Test
    void ofManyTheLastUsedStayAndThoseThatSomebodyChanged() {
        for (int i = 0; i < 25; i++) {
            pool();
        }
        made.get(3).control().suspend();
        made.get(7).control().setMax(5, "a test");
        List<ManagedPool> gone = gone(61);
        assertEquals(5, gone.size());
        assertEquals(
                List.of(),
                gone.stream().filter(each -> each.control().isChanged()).toList());
    }

    @Test
    void aClosedOneGoesAtOnce() {
        ManagedPool pool = pool();
        assertEquals(List.of(), gone(4));
        pool.close();
        assertEquals(List.of(pool), gone(6));
    }
}
