package io.poolagent.bench.program;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/** Opens many connections, holds them, and prints how much used heap each has brought, after a collection. */
public final class OpenLeases {
    private static final int WARM_UP = 1_000;
    private static final int COLLECTIONS = 3;

    private OpenLeases() {}

    /**
     * Prints one number: bytes per connection.
     *
     * @param arguments the number of connections, the number of calls before each connect, whether the agent must be
     *     found at work, milliseconds to hold them before they are measured
     */
    @SuppressWarnings({"SystemOut", "ThreadSleep"}) // its answer; it is time that changes what is kept
    public static void main(String[] arguments) throws SQLException, InterruptedException {
        int count = Integer.parseInt(arguments[0]);
        int depth = Integer.parseInt(arguments[1]);
        Way.Source source = Way.DRIVER_MANAGER.open();
        Connection[] held = new Connection[count];
        for (int i = 0; i < WARM_UP; i++) {
            descend(source, depth, held, 0);
            held[0].close();
        }
        long before = usedHeap();
        for (int i = 0; i < count; i++) {
            descend(source, depth, held, i);
        }
        Thread.sleep(Long.parseLong(arguments[3]));
        long after = usedHeap();
        for (Connection each : held) {
            Handles.check(each, Boolean.parseBoolean(arguments[2]));
            each.close();
        }
        System.out.println(Math.round((after - before) / (double) count));
    }

    /** What returns connections is no place: the agent would look for one further down. */
    private static void descend(Way.Source source, int calls, Connection[] to, int at) throws SQLException {
        if (calls > 1) {
            descend(source, calls - 1, to, at);
        } else {
            to[at] = Objects.requireNonNull(source.connect());
        }
    }

    /** What the last of a few collections left: what is allocated after one would count whole allocation buffers. */
    @SuppressWarnings({"SystemGc", "ThreadSleep"}) // a few, with time between, for what reference handling lets go
    private static long usedHeap() throws InterruptedException {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            Thread.sleep(50);
        }
        long used = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                used += pool.getCollectionUsage().getUsed();
            }
        }
        return used;
    }
}
