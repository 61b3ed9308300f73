package io.poolagent.core.lease;

import io.poolagent.core.report.Log;
import java.lang.ref.Reference;

/** Takes connections back whose handles were collected without a close. Runs in a thread of its own. */
public final class Reclaimer implements Runnable {
    @Override
    public void run() {
        while (true) {
            try {
                Reference<?> collected = LeaseRecord.COLLECTED.remove();
                if (collected instanceof LeaseRecord) {
                    ((LeaseRecord) collected).collected();
                }
            } catch (InterruptedException e) {
                return;
            } catch (Throwable e) {
                Log.error("a leaked connection could not be taken back: " + e);
            }
        }
    }
}
