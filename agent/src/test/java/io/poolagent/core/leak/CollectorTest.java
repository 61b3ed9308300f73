package io.poolagent.core.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CollectorTest {
    private final Semaphore collections = new Semaphore(0);

    private boolean collect() {
        collections.release();
        return true;
    }

    @Test
    void eagerCollectsWheneverAPoolIsDry() throws Exception {
        Collector collector = new Collector("eager", this::collect);
        for (int i = 0; i < 3; i++) {
            collector.dry();
            assertTrue(collections.tryAcquire(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void autoDoesNotCollectBecauseAPoolIsDry() throws Exception {
        Collector collector = new Collector("auto", this::collect);
        assertFalse(collector.isEager());
        collector.dry();
        assertFalse(collections.tryAcquire(100, TimeUnit.MILLISECONDS));
    }

    @Test
    void autoRestsAfterACollection() throws Exception {
        Collector collector = new Collector("auto", this::collect);
        collector.overgrown(System.nanoTime());
        assertTrue(collections.tryAcquire(10, TimeUnit.SECONDS));
        collector.collected(TimeUnit.MILLISECONDS.toNanos(100));
        collector.overgrown(System.nanoTime());
        collector.found();
        assertFalse(collections.tryAcquire(100, TimeUnit.MILLISECONDS), "for 2.5 s it rests");
        collector.overgrown(System.nanoTime() + TimeUnit.SECONDS.toNanos(3));
        assertTrue(collections.tryAcquire(10, TimeUnit.SECONDS));
    }

    @Test
    void autoRestsLongerWhereThereIsNothingToFind() throws Exception {
        Collector collector = new Collector("auto", this::collect);
        for (int i = 0; i < 3; i++) {
            collector.collected(TimeUnit.MILLISECONDS.toNanos(20));
        }
        collector.overgrown(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(3_500));
        assertFalse(collections.tryAcquire(100, TimeUnit.MILLISECONDS), "for 4 s it rests");
        collector.found();
        collector.overgrown(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(600));
        assertTrue(collections.tryAcquire(10, TimeUnit.SECONDS));
    }

    @Test
    void restsHaveAnEnd() throws Exception {
        Collector collector = new Collector("auto", this::collect);
        for (int i = 0; i < 100; i++) {
            collector.collected(TimeUnit.MILLISECONDS.toNanos(20));
        }
        collector.overgrown(System.nanoTime() + TimeUnit.MINUTES.toNanos(3));
        assertTrue(collections.tryAcquire(10, TimeUnit.SECONDS));
    }

    @Test
    void autoNeverCollectsAgainAfterASlowOne() throws Exception {
        Collector collector = new Collector("auto", this::collect);
        collector.collected(TimeUnit.MILLISECONDS.toNanos(201));
        collector.overgrown(System.nanoTime() + TimeUnit.HOURS.toNanos(1));
        assertFalse(collections.tryAcquire(100, TimeUnit.MILLISECONDS));
    }

    @Test
    void offNeverCollects() throws Exception {
        Collector collector = new Collector("off", this::collect);
        collector.dry();
        collector.overgrown(System.nanoTime());
        assertFalse(collections.tryAcquire(100, TimeUnit.MILLISECONDS));
        assertEquals(0, collections.availablePermits());
    }

    @Test
    void aJvmThatDoesNotListenIsAskedOnce() throws Exception {
        Collector collector = new Collector("eager", () -> !collect());
        collector.dry();
        assertTrue(collections.tryAcquire(10, TimeUnit.SECONDS));
        collector.dry();
        assertFalse(collections.tryAcquire(100, TimeUnit.MILLISECONDS));
    }

    @Test
    void eagerRestsLongerWhereThereIsNothingToFind() throws Exception {
        Collector collector = new Collector("eager", this::collect);
        for (int i = 0; i < 10; i++) {
            collector.collected(1);
        }
        collector.dry();
        assertTrue(collections.tryAcquire(10, TimeUnit.SECONDS));
        collector.dry();
        assertFalse(collections.tryAcquire(200, TimeUnit.MILLISECONDS), "it rests for 320 ms");
        assertTrue(collections.tryAcquire(10, TimeUnit.SECONDS));
    }

    @Test
    void whoWaitsKnowsWhetherOneHasEndedThatBeganLater() throws Exception {
        Semaphore go = new Semaphore(0);
        Collector collector = new Collector("eager", () -> {
            collections.release();
            go.acquireUninterruptibly();
            return true;
        });
        long before = collector.begun();
        assertTrue(collector.isCollectingSince(before));
        collector.dry();
        assertTrue(collections.tryAcquire(10, TimeUnit.SECONDS));
        long during = collector.begun();
        collector.dry();
        go.release();
        assertTrue(collections.tryAcquire(10, TimeUnit.SECONDS), "the second has begun, the first has ended");
        assertFalse(collector.isCollectingSince(before));
        assertTrue(collector.isCollectingSince(during));
        go.release();
    }
}
