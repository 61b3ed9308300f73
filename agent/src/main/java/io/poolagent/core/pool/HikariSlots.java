package io.poolagent.core.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.pool.HikariPool;
import com.zaxxer.hikari.pool.ProxyConnection;
import com.zaxxer.hikari.util.ClockSource;
import io.poolagent.core.jvm.AgentThreads;
import java.io.PrintWriter;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The slots of one pool, handed out by a HikariCP pool: its bag, its affinity to threads and its hand-over to waiting
 * ones. The only file that names HikariCP.
 */
final class HikariSlots {
    /** More slots than this are made when they are asked for. */
    private static final int MADE_AT_ONCE = 64;

    private static final long MAKE_MILLIS = 250;

    private static final @Nullable MethodHandle ACQUIRED = acquired();

    private final HikariPool pool;
    private final List<Slot> slots = new CopyOnWriteArrayList<>();
    private final int max;

    HikariSlots(String name, int max) {
        this.max = max;
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(new SlotSource());
        config.setMaximumPoolSize(max);
        config.setMinimumIdle(max);
        config.setIdleTimeout(0);
        config.setMaxLifetime(0);
        config.setInitializationFailTimeout(-1);
        config.setThreadFactory(AgentThreads.factory("pool-agent-slots"));
        config.setScheduledExecutor(AgentThreads.scheduler());
        this.pool = new HikariPool(config);
        makeSlots(Math.min(max, MADE_AT_ONCE));
    }

    /**
     * Takes a slot, empty or filled; give it back by {@link #release}.
     *
     * @param waitMillis how long to wait at the maximum, at least 1
     * @return null where none came free in time, or the pool is closed
     */
    @Nullable
    Slot acquire(long waitMillis) {
        try {
            long wait = slots.size() < max ? Math.max(waitMillis, MAKE_MILLIS) : waitMillis;
            Connection place = pool.getConnection(wait);
            Slot slot = place.unwrap(Slot.class);
            slot.taken(place, acquiredNanos(place));
            return slot;
        } catch (SQLException e) {
            return null;
        }
    }

    /** When HikariCP handed a place out: it has just looked at the clock, which costs as much as the rest of a lease. */
    private static long acquiredNanos(Connection place) {
        if (ACQUIRED != null) {
            try {
                return (long) ACQUIRED.invokeExact(place);
            } catch (Throwable e) {
                return System.nanoTime();
            }
        }
        return System.nanoTime();
    }

    private static @Nullable MethodHandle acquired() {
        try {
            if (ClockSource.getSourceTimeUnit() != TimeUnit.NANOSECONDS) {
                return null; // on macOS it goes by milliseconds since 1970
            }
            Field field = ProxyConnection.class.getDeclaredField("lastAccess");
            field.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectGetter(field)
                    .asType(MethodType.methodType(long.class, Connection.class));
        } catch (ReflectiveOperationException | RuntimeException e) {
            return null;
        }
    }

    void release(Slot slot) {
        try {
            slot.place().close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every slot there is, leased or not. */
    List<Slot> all() {
        return slots;
    }

    int max() {
        return max;
    }

    int waiting() {
        return pool.getThreadsAwaitingConnection();
    }

    void close() {
        try {
            pool.shutdown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** HikariCP makes them one after another in a thread of its own; a first burst of threads shall not wait for it. */
    private void makeSlots(int count) {
        Slot[] made = new Slot[count];
        for (int i = 0; i < count; i++) {
            Slot slot = acquire(MAKE_MILLIS);
            if (slot == null) {
                break;
            }
            made[i] = slot;
        }
        for (Slot slot : made) {
            if (slot != null) {
                release(slot);
            }
        }
    }

    /** Makes empty slots at once, whoever asks. */
    private final class SlotSource implements DataSource {
        @Override
        public Connection getConnection() {
            slots.removeIf(Slot::isRetired);
            Slot slot = new Slot();
            slots.add(slot);
            return slot;
        }

        @Override
        public Connection getConnection(String user, String password) {
            return getConnection();
        }

        @Override
        public @Nullable PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(@Nullable PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("wraps nothing");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
