package io.poolagent.core.pool;

import io.poolagent.core.handle.HandleFactory;
import io.poolagent.core.pool.HikariSlots.Ticket;

/** Runs once through what an acquire runs through, on places without connections. */
public final class PoolWarmUp {
    private PoolWarmUp() {}

    /** Loads HikariCP, ASM and the classes around them. */
    public static void run() {
        HandleFactory.of(Slot.class).works();
        HikariSlots slots = new HikariSlots("warm-up", 1);
        Ticket ticket = slots.acquire(1);
        if (ticket != null) {
            slots.release(ticket);
        }
        slots.close();
    }
}
