package io.poolagent.bench.program;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/** Opens many connections, holds them, and prints how much used heap each has brought, after a collection. */
public final class OpenLeases {
    private static final int WARM_UP = 1_000;

    private OpenLeases() {}

    /**
     * Prints one number: bytes per connection.
     *
     * @param arguments the number of connections, the number of calls before each connect, whether the agent must be
     *     found at work
     */
    @SuppressWarnings("SystemOut") // its answer
    public static void main(String[] arguments) throws SQLException {
        int count = Integer.parseInt(arguments[0]);
        int depth = Integer.parseInt(arguments[1]);
        Way.Source source = Way.DRIVER_MANAGER.open();
        for (int i = 0; i < WARM_UP; i++) {
            descend(source, depth).close();
        }
        Connection[] held = new Connection[count];
        long before = usedHeap();
        for (int i = 0; i < count; i++) {
            held[i] = descend(source, depth);
        }
        long after = usedHeap();
        for (Connection each : held) {
            Handles.check(each, Boolean.parseBoolean(arguments[2]));
            each.close();
        }
        System.out.println(Math.round((after - before) / (double) count));
    }

    private static Connection descend(Way.Source source, int calls) throws SQLException {
        return calls > 1 ? descend(source, calls - 1) : Objects.requireNonNull(source.connect());
    }

    @SuppressWarnings({"SystemGc", "ThreadSleep"}) // twice, for what reference handling lets go
    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
