package io.poolagent.core.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.poolagent.core.config.ConfigReader;
import io.poolagent.core.lease.Holder;
import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.report.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryWatchTest {
    private static final long MEGABYTE = 1_000_000;

    @TempDir
    private Path folder;

    private final MemoryWatch watch = new MemoryWatch(10 * MEGABYTE);
    private final Rows rows = new Rows();
    private final List<AutoCloseable> open = new ArrayList<>(List.of(rows));
    private final List<LeaseRecord> leases = List.of(new Holding(open));
    private long now = 1;

    @AfterEach
    void logAsEver() {
        Log.configure(ConfigReader.read(null, Map.of(), new Properties()));
    }

    @Test
    void growthWithoutEndIsReportedOnceItIsOverTheBound() throws IOException {
        Path log = log();
        look(1);
        for (int i = 0; i < 4; i++) {
            rows.add(2);
            look(1);
        }
        assertEquals("", text(log), "8 MB more are within the bound");
        rows.add(4);
        look(3);
        String text = text(log);
        assertTrue(text.contains("MEMORY GROWS: open connections hold about 12 MB"), text);
        assertTrue(text.contains("1 leases, 3 statements, 2 result sets are open"), text);
        rows.add(2);
        look(1);
        assertEquals(text, text(log), "not again so soon");
    }

    @Test
    void whatFallsAgainIsNoGrowth() throws IOException {
        Path log = log();
        for (int round = 0; round < 10; round++) {
            for (int i = 0; i < 3; i++) {
                rows.add(9);
                look(1);
            }
            rows.clear();
            look(1);
        }
        assertEquals("", text(log));
    }

    @Test
    void itIsCountedEvery30Seconds() {
        look(1);
        rows.add(5);
        now += TimeUnit.SECONDS.toNanos(29);
        watch.look(leases, now);
        assertEquals(0, watch.snapshot().bytes / MEGABYTE);
        now += TimeUnit.SECONDS.toNanos(1);
        watch.look(leases, now);
        assertEquals(5, watch.snapshot().bytes / MEGABYTE);
    }

    @Test
    void aLongListIsSampled() {
        for (int i = 0; i < 100_000; i++) {
            rows.values.add(new byte[100]);
        }
        look(1);
        long bytes = watch.snapshot().bytes;
        assertTrue(bytes > 11 * MEGABYTE && bytes < 13 * MEGABYTE, () -> bytes + " bytes for 12 MB");
    }

    /** A shared connection whose result sets are kept: what is looked at of them all must not be used up by the first. */
    @Test
    void hundredsOfResultSetsWithThousandsOfRowsAreEstimated() {
        for (int i = 0; i < 300; i++) {
            Rows more = new Rows();
            for (int row = 0; row < 3_000; row++) {
                more.values.add(new byte[84]);
            }
            open.add(more);
        }
        look(1);
        long bytes = watch.snapshot().bytes;
        assertTrue(bytes > 85 * MEGABYTE && bytes < 100 * MEGABYTE, () -> bytes + " bytes for 94 MB");
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            now += TimeUnit.SECONDS.toNanos(30);
            watch.look(leases, now);
        }
    }

    private Path log() {
        Path log = folder.resolve("log.txt");
        Log.configure(ConfigReader.read("log.target=file:" + log, Map.of(), new Properties()));
        return log;
    }

    private static String text(Path log) throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /** As a driver's result set: rows, and the connection behind them. */
    private static final class Rows implements AutoCloseable {
        final List<byte[]> values = new ArrayList<>();

        void add(int megabytes) {
            for (int i = 0; i < megabytes; i++) {
                values.add(new byte[(int) MEGABYTE]);
            }
        }

        void clear() {
            values.clear();
        }

        @Override
        public void close() {}
    }

    private static final class Holding extends LeaseRecord {
        private final List<AutoCloseable> open;

        Holding(List<AutoCloseable> open) {
            super(new Object(), new Holder(Thread.currentThread()), null, 0);
            this.open = open;
        }

        @Override
        public String pool() {
            return "test";
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public boolean isInTransaction() {
            return false;
        }

        @Override
        public boolean hasEscaped() {
            return false;
        }

        @Override
        public int openStatements() {
            return 3;
        }

        @Override
        public int openResultSets() {
            return 2;
        }

        @Override
        public List<AutoCloseable> heldObjects() {
            return open;
        }
    }
}
