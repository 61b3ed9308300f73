package io.poolagent.core.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.poolagent.core.config.ConfigReader;
import io.poolagent.core.lease.Holder;
import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.lease.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** An hour of a busy application, by a clock of the test's own. */
class LeakWatchTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long START = 1_000 * SECOND;

    private boolean canAbandon = true;
    private final List<String> found = new ArrayList<>();
    private final List<TestLease> leases = new ArrayList<>();
    private long now = START;

    @Test
    void workOfAnHourIsNoLeak() {
        LeakWatch watch = watch("leak.allow=com.acme.Listener.*");
        TestLease report = lease(Thread.currentThread(), frame("com.acme.Report", "run"));
        report.run();
        TestLease cursor = lease(Thread.currentThread(), frame("com.acme.Cursor", "walk"));
        TestLease passed = lease(ended(), frame("com.acme.Reader", "read"));
        TestLease listener = lease(Thread.currentThread(), frame("com.acme.Bus", "listen"));
        listener.listen();
        TestLease allowed = lease(Thread.currentThread(), frame("com.acme.Listener", "start"));
        TestLease singleton =
                lease(Thread.currentThread(), frame("com.acme.Db", "open"), frame("com.acme.Db", "<clinit>"));
        TestLease blob = lease(Thread.currentThread(), frame("com.acme.Image", "load"));
        blob.escape();
        passed.touch();
        for (int second = 1; second <= 3_600; second++) {
            TestLease request = lease(Thread.currentThread(), frame("com.acme.Request", "serve"));
            if (second % 55 == 0) {
                cursor.touch();
                passed.touch();
            }
            tick(watch);
            request.close();
        }
        assertEquals(List.of(report, cursor, passed, listener, allowed, singleton, blob), open());
        assertEquals(
                List.of(
                        "long running com.acme.Report",
                        "long running com.acme.Cursor",
                        "long running com.acme.Reader",
                        "meant com.acme.Bus",
                        "meant com.acme.Listener",
                        "meant com.acme.Db",
                        "long running com.acme.Image"),
                found);
    }

    @Test
    void whatIsHeldWithoutUseIsSuspectedOnce() {
        LeakWatch watch = watch();
        lease(Thread.currentThread(), frame("com.acme.Forgetful", "load"));
        for (int second = 0; second < 3_600; second++) {
            tick(watch);
            if (second == 59) {
                assertEquals(List.of(), found, "not before the threshold");
            }
        }
        assertEquals(List.of("suspected com.acme.Forgetful"), found);
    }

    /** A single thread's own pool: work comes in waves, then not at all. */
    @Test
    void whatIsUsedAfterEachRestIsKept() {
        LeakWatch watch = watch();
        TestLease lease = lease(Thread.currentThread(), frame("com.acme.OwnPool", "fill"));
        for (int second = 0; second < 3_600; second++) {
            if (second < 200 && second % 40 == 0) {
                lease.touch();
            }
            tick(watch);
        }
        assertEquals(List.of("long running com.acme.OwnPool", "meant com.acme.OwnPool"), found);
    }

    @Test
    void longWorkThatBecomesSilentIsSuspected() {
        LeakWatch watch = watch();
        TestLease lease = lease(Thread.currentThread(), frame("com.acme.Batch", "run"));
        lease.run();
        for (int second = 0; second < 600; second++) {
            tick(watch);
        }
        assertEquals(List.of("long running com.acme.Batch"), found);
        lease.end();
        for (int second = 0; second < 65; second++) {
            tick(watch);
        }
        assertEquals(List.of("long running com.acme.Batch", "suspected com.acme.Batch"), found);
    }

    @Test
    void aLeaseWhoseThreadHasEndedIsSuspectedAtOnce() {
        LeakWatch watch = watch();
        lease(ended(), frame("com.acme.Worker", "run"));
        for (int second = 0; second < 4; second++) {
            tick(watch);
        }
        assertEquals(List.of("suspected com.acme.Worker"), found);
    }

    @Test
    void objectsThatHoldAConnectionEachAreNoSingletons() {
        LeakWatch watch = watch();
        for (int dao = 0; dao < 2; dao++) {
            TestLease lease = lease(Thread.currentThread(), frame("com.acme.Dao", "<init>"));
            lease.run();
            lease.end();
        }
        for (int second = 0; second < 70; second++) {
            tick(watch);
        }
        assertEquals(List.of("suspected com.acme.Dao", "suspected com.acme.Dao"), found);
    }

    /** A pool of the application's own, filled at start: nobody has needed it yet, or only the first of it. */
    @Test
    void whatIsMadeAheadIsNoLeak() {
        LeakWatch watch = watch();
        Holder starter = new Holder(ended());
        for (int i = 0; i < 3; i++) {
            lease(starter, frame("com.acme.OwnPool", "open"), frame("com.acme.OwnPool", "<init>"));
            lease(starter, frame("com.acme.Db", "open"), frame("com.acme.Db", "<clinit>"));
        }
        for (int second = 0; second < 70; second++) {
            leases.get(0).touch();
            tick(watch);
        }
        assertEquals(
                Set.of("meant com.acme.OwnPool", "meant com.acme.Db", "long running com.acme.OwnPool"),
                Set.copyOf(found));
        assertEquals(6, found.size());
    }

    /** One thread, one connection after the other, then nothing. */
    @Test
    void whatASingleThreadUsesInTurnsIsKept() {
        LeakWatch watch = watch();
        Holder thread = new Holder(Thread.currentThread());
        for (int i = 0; i < 3; i++) {
            lease(thread, frame("com.acme.OwnPool", "init"));
        }
        for (int round = 0; round < 2; round++) {
            leases.forEach(TestLease::touch);
        }
        for (int second = 0; second < 70; second++) {
            tick(watch);
        }
        assertEquals(List.of("meant com.acme.OwnPool", "meant com.acme.OwnPool", "meant com.acme.OwnPool"), found);
    }

    /** Rows of one connection are looked at one by one, with another connection for each; then it is forgotten. */
    @Test
    void whatIsUsedBesideOthersIsNotKept() {
        LeakWatch watch = watch();
        Holder thread = new Holder(Thread.currentThread());
        TestLease outer = lease(thread, frame("com.acme.Outer", "walk"));
        for (int row = 0; row < 100; row++) {
            outer.touch();
            TestLease inner = lease(thread, frame("com.acme.Inner", "look"));
            inner.touch();
            outer.touch();
            inner.close();
        }
        for (int second = 0; second < 70; second++) {
            tick(watch);
        }
        assertEquals(List.of("suspected com.acme.Outer"), found);
    }

    @Test
    void aTaskThatAcquiresWhenItIsMadeIsNoPool() {
        LeakWatch watch = watch();
        lease(Thread.currentThread(), frame("com.acme.Task", "<init>"));
        lease(new Thread(() -> {}), frame("com.acme.Task", "<init>"));
        for (int second = 0; second < 70; second++) {
            tick(watch);
        }
        assertEquals(List.of("suspected com.acme.Task", "suspected com.acme.Task"), found);
    }

    /** What a handle's method does is not seen, but that the thread is in it. */
    @Test
    void aThreadThatWaitsInTheDriverIsAtWork() throws InterruptedException {
        LeakWatch watch = watch();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread worker = new Thread(() -> Driver$PoolAgent.commit(leases, begun, end));
        Holder holder = new Holder(worker);
        lease(holder, frame("com.acme.Outer", "walk"));
        lease(holder, frame("com.acme.Inner", "save"));
        worker.start();
        begun.await();
        for (int second = 0; second < 600; second++) {
            tick(watch);
        }
        assertEquals(List.of("suspected com.acme.Outer", "long running com.acme.Inner"), found);
        end.countDown();
        worker.join();
    }

    /** As the class of a handle is called. */
    private static final class Driver$PoolAgent {
        static void commit(List<TestLease> leases, CountDownLatch begun, CountDownLatch end) {
            leases.forEach(TestLease::touch);
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void whatIsHeldTooLongIsAbandonedEvenInUse() {
        LeakWatch watch = watch("leak.abandoned-after=5m");
        TestLease lease = lease(Thread.currentThread(), frame("com.acme.Report", "run"));
        lease.run();
        for (int second = 0; second < 299; second++) {
            tick(watch);
        }
        assertEquals(List.of("long running com.acme.Report"), found);
        tick(watch);
        tick(watch);
        assertEquals(List.of("long running com.acme.Report", "abandoned com.acme.Report"), found);
    }

    @Test
    void whatCanNotBeAbandonedIsSuspectedAsEver() {
        canAbandon = false;
        LeakWatch watch = watch("leak.abandoned-after=30s");
        lease(Thread.currentThread(), frame("com.acme.Report", "run"));
        for (int second = 0; second < 70; second++) {
            tick(watch);
        }
        assertEquals(List.of("suspected com.acme.Report"), found);
    }

    private void tick(LeakWatch watch) {
        now += SECOND;
        watch.look(open(), now);
    }

    private List<TestLease> open() {
        return leases.stream().filter(LeaseRecord::isOpen).toList();
    }

    private static StackTraceElement frame(String type, String method) {
        return new StackTraceElement(type, method, type.substring(type.lastIndexOf('.') + 1) + ".java", 1);
    }

    private static Thread ended() {
        Thread thread = new Thread(() -> {});
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return thread;
    }

    private TestLease lease(Thread thread, StackTraceElement... frames) {
        return lease(new Holder(thread), frames);
    }

    private TestLease lease(Holder holder, StackTraceElement... frames) {
        TestLease lease = new TestLease(holder, frames, now);
        leases.add(lease);
        return lease;
    }

    private LeakWatch watch(String... options) {
        LeakSettings settings =
                new LeakSettings(ConfigReader.read(String.join(",", options), Map.of(), new Properties()));
        return new LeakWatch(settings, new LeakPlaces(), new LeakWatch.Findings() {
            @Override
            public void suspected(LeaseRecord lease, String why, long nowNanos) {
                found.add("suspected " + lease.place().className());
            }

            @Override
            public void longRunning(LeaseRecord lease, String why, long nowNanos) {
                found.add("long running " + lease.place().className());
            }

            @Override
            public void meant(LeaseRecord lease, String why, long nowNanos) {
                found.add("meant " + lease.place().className());
            }

            @Override
            public boolean abandoned(LeaseRecord lease, long nowNanos) {
                if (canAbandon) {
                    found.add("abandoned " + lease.place().className());
                    ((TestLease) lease).close();
                }
                return canAbandon;
            }
        });
    }

    private static final class TestLease extends LeaseRecord {
        private boolean open = true;
        private boolean escaped;

        TestLease(Holder holder, StackTraceElement[] frames, long now) {
            super(new Object(), holder, new TestOrigin(frames), now);
        }

        void run() {
            begins("SELECT 1");
        }

        void end() {
            ends();
        }

        void touch() {
            touched();
        }

        void listen() {
            listening(true);
        }

        void escape() {
            escaped = true;
        }

        void close() {
            open = false;
        }

        @Override
        public String pool() {
            return "test";
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public boolean isInTransaction() {
            return false;
        }

        @Override
        public boolean hasEscaped() {
            return escaped;
        }
    }

    private static final class TestOrigin implements Origin {
        private final StackTraceElement[] stack;

        TestOrigin(StackTraceElement... stack) {
            this.stack = stack;
        }

        @Override
        public StackTraceElement[] frames() {
            return stack;
        }

        @Override
        public boolean isWhole() {
            return true;
        }
    }
}
