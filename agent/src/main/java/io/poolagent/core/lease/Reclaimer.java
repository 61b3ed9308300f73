package io.poolagent.core.lease;

import io.poolagent.core.report.Log;
import java.lang.ref.Reference;
import java.util.concurrent.TimeUnit;

/** Takes connections back whose handles were collected without a close. Runs in a thread of its own. */
public final class Reclaimer implements Runnable {
    @Override
    public void run() {
        while (true) {
            try {
                Reference<?> collected = Lease.COLLECTED.remove();
                if (collected instanceof Lease) {
                    reclaim((Lease) collected);
                }
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                Log.error("a leaked connection could not be taken back: " + e);
            }
        }
    }

    private static void reclaim(Lease lease) {
        if (!lease.isOpen()) {
            return;
        }
        long held = TimeUnit.NANOSECONDS.toMillis(lease.held(System.nanoTime()));
        lease.reclaim();
        Log.warn("proven leak: a connection of pool " + lease.pool() + ", acquired by thread '"
                + lease.holder().name() + "' " + held + " ms ago, was never closed and has been garbage-collected; "
                + (lease.hasEscaped() ? "the driver closes it" : "it was rolled back and taken back"));
    }
}
