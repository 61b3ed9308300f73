package io.poolagent.core.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.poolagent.core.config.Config;
import io.poolagent.core.config.ConfigReader;
import io.poolagent.core.database.Databases;
import io.poolagent.core.leak.Leaks;
import java.io.IOException;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailedConnectsTest {
    private static final String URL = "jdbc:postgresql://u:s3cret@db:5432/shop";
    private static final String SHOWN = "jdbc:postgresql://u:***@db:5432/shop";

    private final FailedConnects failed = new FailedConnects();
    private final long start = System.nanoTime();

    private void fail(String url, Throwable thrown) {
        failed.failed(Driver.class, url, null, thrown, start);
    }

    private static SQLException of(String state) {
        return new SQLException("the password is s3cret", state);
    }

    private List<String> outages(long afterSeconds) {
        return failed.outages(start + TimeUnit.SECONDS.toNanos(afterSeconds)).stream()
                .map(FailedConnect::url)
                .toList();
    }

    @Test
    void anOutageLastsUntilTheServerAnswersOrNobodyAsks() {
        fail(URL, of("08001"));
        assertEquals(List.of(SHOWN), outages(1));
        assertEquals(List.of(), outages(121));
        failed.succeeded(Driver.class, "jdbc:postgresql://other:5432/shop");
        assertEquals(List.of(SHOWN), outages(1));
        failed.succeeded(Driver.class, "jdbc:postgresql://db:5432/else");
        assertEquals(List.of(), outages(1));
        fail(URL, of("57P03"));
        assertEquals(List.of(SHOWN), outages(1));
        assertEquals(2, failed.byUrl().get(0).count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"28P01", "3D000", "72000", "53300", "08004"})
    void aServerThatRefusesAnswers(String state) {
        fail(URL, of(state));
        assertEquals(List.of(), outages(1));
        assertEquals(1, failed.errors().count());
        assertEquals(Map.of(state.substring(0, 2), 1L), failed.errors().classes());
        assertEquals(
                "java.sql.SQLException " + state, failed.byUrl().get(0).last().what());
    }

    @Test
    void aFailureOfTheNetworkIsAnOutageWhateverTheState() {
        fail(URL, new SQLException("ORA-12541", "66000", 12_541, new IOException("refused")));
        assertEquals(List.of(SHOWN), outages(1));
    }

    /** One of its URLs fails, and a pool of the same server gets its answers: so the server is there. */
    @Test
    void poolsOfTheServerTellThatItAnswers() {
        Config config = ConfigReader.read("", Map.of(), new Properties());
        Pools pools = new Pools(config, new Leaks(config), all -> {});
        ManagedPool pool = pools.create(Driver.class, URL, "u", Databases.UNKNOWN, null, () -> false, () -> {});
        failed.failed(Driver.class, URL, pool.server(), of("08001"), start);
        assertEquals(List.of(SHOWN), outages(1));
        pool.inventory().opened();
        assertEquals(List.of(), outages(1));
    }

    @Test
    void onlySoManyAreRemembered() {
        for (int i = 0; i < 150; i++) {
            fail("jdbc:postgresql://db" + i + "/shop", of("08001"));
        }
        assertEquals(100, failed.byUrl().size());
        assertEquals("jdbc:postgresql://db50/shop", failed.byUrl().get(0).url());
        assertEquals(150, failed.errors().count());
        assertEquals(Map.of("08", 150L), failed.errors().classes());
    }

    @Test
    void aDataSourceThatTellsNoUrlIsNamedByItsClass() {
        fail(null, of("08001"));
        assertEquals(List.of("java.sql.Driver"), outages(1));
        failed.succeeded(Driver.class, null);
        assertEquals(List.of(), outages(1));
    }
}
