package io.poolagent.core.lease;

import io.poolagent.core.report.Log;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes connections back whose handles were collected without a close. All that one collection found are taken back
 * before the first is reported: the server keeps each of them until then, and looking at a stack takes as long as
 * closing a connection. Runs in a thread of its own.
 */
public final class Reclaimer implements Runnable {
    private static final int MOST_AT_ONCE = 1_000;

    private final List<LeaseRecord> untold = new ArrayList<>();

    @Override
    public void run() {
        while (true) {
            try {
                Reference<?> collected = LeaseRecord.COLLECTED.remove();
                while (collected != null) {
                    take(collected);
                    collected = untold.size() < MOST_AT_ONCE ? LeaseRecord.COLLECTED.poll() : null;
                }
                untold.forEach(Reclaimer::tell);
                untold.clear();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void take(@Nullable Reference<?> collected) {
        try {
            if (collected instanceof LeaseRecord && ((LeaseRecord) collected).collected()) {
                untold.add((LeaseRecord) collected);
            }
        } catch (Throwable e) {
            Log.error("a leaked connection could not be taken back: " + e);
        }
    }

    private static void tell(LeaseRecord lease) {
        try {
            lease.tellCollected();
        } catch (Throwable e) {
            Log.error("a leak could not be reported: " + e);
        }
    }
}
