package io.poolagent.core.pool;

import io.poolagent.core.handle.HandleFactory;

/** Runs once through what an acquire runs through, on places without connections. */
public final class PoolWarmUp {
    private PoolWarmUp() {}

    /** Loads HikariCP, ASM and the classes around them. */
    public static void run() {
        HandleFactory.of(Slot.class).works();
        HikariSlots slots = new HikariSlots("warm-up", 1);
        Slot slot = slots.acquire(1);
        if (slot != null) {
            slots.release(slot);
        }
        slots.close();
    }
}
