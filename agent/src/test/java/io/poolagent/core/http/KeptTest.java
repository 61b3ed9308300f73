package io.poolagent.core.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptTest {
    @Test
    void isMadeOnceWhileItIsFresh() throws Exception {
        AtomicInteger made = new AtomicInteger();
        Kept kept = new Kept(60_000, () -> Answer.text(200, "text/plain", "" + made.incrementAndGet()));
        assertSame(kept.get(), kept.get());
        assertEquals(1, made.get());
        Kept stale = new Kept(0, () -> Answer.text(200, "text/plain", "" + made.incrementAndGet()));
        stale.get();
        stale.get();
        assertEquals(3, made.get());
    }

    @Test
    void failureIsAnAnswerWithoutItsMessage() throws Exception {
        Kept kept = new Kept(60_000, () -> {
            throw new IllegalStateException("secret");
        });
        Answer answer = kept.get();
        assertEquals(500, answer.status);
        assertFalse(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8).contains("secret"));
        assertSame(answer, kept.get());
    }

    @Test
    void whoComesWhileAnotherMakesItDoesNotWaitForLong() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Kept kept = new Kept(0, () -> {
            begun.countDown();
            end.await();
            return Answer.text(200, "text/plain", "");
        });
        Thread first = new Thread(() -> {
            try {
                kept.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        first.start();
        begun.await();
        assertEquals(503, kept.get().status);
        end.countDown();
        first.join();
    }

    @Test
    void rateGrowsWithTime() {
        Rate rate = new Rate(2, 0);
        assertTrue(rate.allows(0));
        assertTrue(rate.allows(0));
        assertFalse(rate.allows(0));
        assertTrue(rate.allows(500_000_000L));
        assertFalse(rate.allows(500_000_001L));
        assertTrue(rate.allows(60_000_000_000L));
        assertTrue(rate.allows(60_000_000_000L));
        assertFalse(rate.allows(60_000_000_000L), "no more is saved up than for a second");
    }
}
