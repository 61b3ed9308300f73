package io.poolagent.core.lease;

import io.poolagent.core.report.Log;
import java.lang.ref.Reference;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Takes connections back whose handles were collected without a close. All that one collection found are taken back
 * before the first is reported: the server keeps each of them until then, and looking at a stack takes as long as
 * closing a connection. Runs in a thread of its own.
 */
public final class Reclaimer implements Runnable {
    private static final int MOST_AT_ONCE = 1_000;

    private final Queue<LeaseRecord> untold = new ArrayDeque<>();
    /** Held while a connection is taken back, and while one is told of: what is untold belongs to it. */
    private final ReentrantLock lock = new ReentrantLock();

    @Override
    public void run() {
        while (true) {
            try {
                Reference<?> collected = LeaseRecord.COLLECTED.remove();
                while (collected != null) {
                    collected = take(collected) < MOST_AT_ONCE ? LeaseRecord.COLLECTED.poll() : null;
                }
                tellAll();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /**
     * Runs something at a moment at which each lease that was collected is either open or told of. Called at the end of the
     * JVM, by any thread.
     *
     * @param millis how long to wait for a connection that is being taken back: its server may not answer
     */
    public void settled(long millis, Runnable work) throws InterruptedException {
        boolean locked = lock.tryLock(millis, TimeUnit.MILLISECONDS);
        try {
            if (locked) {
                tellAll();
            }
            work.run();
        } finally {
            if (locked) {
                lock.unlock();
            }
        }
    }

    private int take(Reference<?> collected) {
        lock.lock();
        try {
            LeaseRecord lease = collected instanceof Leftover ? ((Leftover) collected).lease : (LeaseRecord) collected;
            if (lease.collected()) {
                untold.add(lease);
            }
            return untold.size();
        } catch (Throwable e) {
            Log.error("a leaked connection could not be taken back: " + e);
            return untold.size();
        } finally {
            lock.unlock();
        }
    }

    private void tellAll() {
        while (tellNext()) {
            // until there is none
        }
    }

    private boolean tellNext() {
        lock.lock();
        try {
            LeaseRecord lease = untold.poll();
            if (lease != null) {
                lease.tellCollected();
            }
            return lease != null;
        } catch (Throwable e) {
            Log.error("a leak could not be reported: " + e);
            return true;
        } finally {
            lock.unlock();
        }
    }
}
