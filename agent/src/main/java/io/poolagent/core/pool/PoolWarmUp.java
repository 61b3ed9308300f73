package io.poolagent.core.pool;

import io.poolagent.core.handle.HandleFactory;
import io.poolagent.core.lease.Times;
import java.sql.Connection;

/** Runs once through what an acquire runs through, on slots without connections. */
public final class PoolWarmUp {
    private PoolWarmUp() {}

    /** Loads HikariCP, ASM and the classes around them. */
    public static void run() {
        HandleFactory.of(NoConnection.class).works();
        HikariSlots slots = new HikariSlots(1, new Times());
        Slot slot = slots.take();
        if (slot != null) {
            slots.release(slot);
        }
        slots.close();
    }

    /** There is none of it: a class of handles is made for it, as for a driver's. */
    private abstract static class NoConnection implements Connection {}
}
