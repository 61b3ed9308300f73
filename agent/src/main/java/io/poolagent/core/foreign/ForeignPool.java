package io.poolagent.core.foreign;

import io.poolagent.core.database.Urls;
import io.poolagent.core.jvm.ApplicationLoaders;
import io.poolagent.core.leak.Exhaustion;
import io.poolagent.core.leak.Leaks;
import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.lease.Peak;
import io.poolagent.core.lease.ThreadLeases;
import io.poolagent.core.lease.TimeFigures;
import io.poolagent.core.report.ErrorCounters;
import io.poolagent.core.report.Failure;
import io.poolagent.core.report.Failures;
import io.poolagent.core.report.Json;
import io.poolagent.core.report.OneLine;
import java.lang.ref.WeakReference;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** A pool that the application brought. It is looked at and never changed. Any thread may use it. */
public final class ForeignPool {
    /** Whatever lasts longer is measured, however close to each other its thread's acquires are. */
    private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Library library;
    private final String name;
    private final WeakReference<Object> source;
    private final ApplicationLoaders application;
    private final Leaks leaks;
    private final LongAdder acquires = new LongAdder();
    private final LongAdder leaked = new LongAdder();
    private final LongAdder timeouts = new LongAdder();
    private final ErrorCounters errors = new ErrorCounters();
    private final Exhaustion exhaustion;
    private final ForeignTimes acquireTimes = new ForeignTimes();
    private final ForeignTimes holdTimes = new ForeignTimes();
    private final Ends ends;
    private final Peak peak = new Peak();
    /** Null where the last acquire that could have told of the database succeeded. */
    private volatile @Nullable Failure connectFailure;

    ForeignPool(Library library, String name, Object source, Leaks leaks) {
        this.library = library;
        this.name = name;
        this.source = new WeakReference<>(source);
        this.application = ApplicationLoaders.of(source instanceof Class ? (Class<?>) source : source.getClass());
        this.leaks = leaks;
        this.ends = new Ends(library);
        this.exhaustion = leaks.newExhaustion("the pool's own maximum");
    }

    /** What a source calls itself; without passwords, where it is a URL. */
    static @Nullable String nameOf(Library library, Object source) {
        String name = library.nameOf(source);
        if (name == null) {
            return null;
        }
        String line = OneLine.of(name);
        return line.startsWith("jdbc:") ? Urls.shortened(line) : line;
    }

    boolean isOf(Object wanted) {
        return source.get() == wanted;
    }

    /** The library it is of. */
    public Library library() {
        return library;
    }

    /** Where the application that made it has its classes. */
    public ApplicationLoaders application() {
        return application;
    }

    /** As the pool calls itself, or its URL without secrets; with a number where another one has the same. */
    public String name() {
        return name;
    }

    /** @param weight for how many acquires the duration stands; 0 where it is not known */
    void acquired(long nanos, int weight) {
        acquires.increment();
        answered();
        if (weight != 0) {
            acquireTimes.add(nanos, weight);
        }
    }

    /** It has a connection to give. */
    void answered() {
        if (connectFailure != null) {
            connectFailure = null;
        }
    }

    /** It gave no connection, in the outermost of its methods that do. */
    void refused(Exception thrown) {
        errors.count(thrown);
        int max = figure(Figure.MAX);
        boolean dry = max > 0 && figure(Figure.ACTIVE) >= max;
        if (dry || thrown instanceof SQLTimeoutException) {
            timeouts.increment();
            peak.seen(max);
        }
        if (dry) {
            leaks.exhausted(exhaustion, name, max, "an acquire was refused", this::leases);
        }
        SQLException cause = Failures.ofDatabase(thrown);
        if (cause != null && !dry && tellsOfDatabase(cause, max)) {
            connectFailure = new Failure(cause);
        }
    }

    /**
     * Whether an acquire failed because connections can not be made, and not for want of a free one: one may have become free
     * meanwhile, but then the pool has as many as it may have. Of a pool without a known maximum only the SQLState tells.
     */
    private boolean tellsOfDatabase(SQLException cause, int max) {
        if (cause instanceof SQLFeatureNotSupportedException || library == Libraries.LOGICAL) {
            return false;
        }
        return max > 0 ? figure(Figure.TOTAL) < max : Failures.isOutage(cause);
    }

    /** Why connections can not be made: the last acquire's failure, if it was not for exhaustion; null where none failed since one succeeded. */
    public @Nullable Failure connectFailure() {
        return connectFailure;
    }

    /** Whether it can be seen that a handle of its is closed; without that there are no leases. */
    boolean seesEndOf(Object handle) {
        return ends.areSeen(handle);
    }

    /** A lease has ended. */
    void held(long nanos, int weight) {
        holdTimes.add(nanos, weight);
    }

    /** From asking for a connection to having it. */
    public TimeFigures acquireTimes() {
        return acquireTimes.figures(acquires());
    }

    /** From having a connection to its close. */
    public TimeFigures holdTimes() {
        return holdTimes.figures(Math.max(0, acquires() - leases().size()));
    }

    /** A handle was collected without a close: nothing is taken back, since the pool is the application's own. */
    void lost(LeaseRecord lease) {
        leaked.increment();
        leaks.proven(lease, "nothing: the pool is the application's own, and does not get this connection back", false);
    }

    void closedLate(LeaseRecord lease, long now) {
        leaks.closed(lease, now);
    }

    /** Whether the pool was closed, or nobody refers to it any more. */
    boolean isGone() {
        Object known = source.get();
        return known == null || library.isClosed(known);
    }

    /**
     * Reports who holds its connections where all are handed out and threads wait. Called by the housekeeper.
     *
     * @param open the leases of all foreign pools
     */
    void look(List<LeaseRecord> open) {
        List<LeaseRecord> held = ownOf(open);
        long now = System.nanoTime();
        for (LeaseRecord each : held) {
            if (each.held(now) > LONG_NANOS) {
                ((ForeignLease) each).measure();
            }
        }
        int max = figure(Figure.MAX);
        int active = figure(Figure.ACTIVE);
        boolean dry = max > 0 && active >= max;
        peak.seen(active);
        boolean waited = figure(Figure.WAITING) > 0;
        exhaustion.look(name, dry || waited, now);
        if (dry && waited && !held.isEmpty()) {
            leaks.exhausted(exhaustion, name, max, "threads wait for it", () -> held);
        }
    }

    /** The leases there are now. */
    public List<LeaseRecord> leases() {
        return ownOf(ThreadLeases.open());
    }

    /** Those of the leases that are its. */
    List<LeaseRecord> ownOf(List<LeaseRecord> open) {
        List<LeaseRecord> own = new ArrayList<>();
        for (LeaseRecord each : open) {
            if (each instanceof ForeignLease && ((ForeignLease) each).from() == this) {
                own.add(each);
            }
        }
        peak.seen(own.size());
        return own;
    }

    /** How many leases began. */
    public long acquires() {
        return acquires.sum();
    }

    /** How many were collected without a close. */
    public long leaked() {
        return leaked.sum();
    }

    /** Acquires that it refused while all its connections were handed out. */
    public long timeouts() {
        return timeouts.sum();
    }

    /** Acquires that failed, for whatever reason. */
    public ErrorCounters errors() {
        return errors;
    }

    /** The most connections in use at once that looks met; an acquire that was refused for want of one met the maximum. */
    public int maxUsed() {
        return peak.most();
    }

    /** The same since this was last asked, by the one who keeps the history. */
    public int takePeak() {
        return peak.takeRecent();
    }

    /** A figure as the pool itself knows it, or as it follows from others; -1 where that is not known. */
    public int figure(Figure figure) {
        Object known = source.get();
        if (known == null) {
            return -1;
        }
        int read = library.read(figure, known);
        if (read >= 0) {
            return read;
        }
        int total;
        switch (figure) {
            case ACTIVE:
                total = library.read(Figure.TOTAL, known);
                int idle = library.read(Figure.IDLE, known);
                return total >= 0 && idle >= 0 ? total - idle : leases().size();
            case IDLE:
                total = library.read(Figure.TOTAL, known);
                return total < 0 ? -1 : Math.max(0, total - figure(Figure.ACTIVE));
            case TOTAL:
                int free = library.read(Figure.IDLE, known);
                return free < 0 ? -1 : free + figure(Figure.ACTIVE);
            default:
                return -1;
        }
    }

    /** What there is now, in a line. */
    public String state() {
        StringBuilder text = new StringBuilder();
        for (Figure each : Figure.values()) {
            int number = figure(each);
            text.append(text.length() == 0 ? "" : ", ")
                    .append(each.name().toLowerCase(java.util.Locale.ROOT))
                    .append(' ')
                    .append(number < 0 ? "not known" : String.valueOf(number));
        }
        return text + ", acquires " + acquires() + ", leases " + leases().size();
    }

    /** Adds its figures to an object. */
    public void put(Json json) {
        for (Figure each : Figure.values()) {
            json.put(each.name().toLowerCase(java.util.Locale.ROOT), figure(each));
        }
        json.put("acquires", acquires())
                .put("leaked", leaked())
                .put("timeouts", timeouts())
                .put("errors", errors.count())
                .put("lastError", errors.lastError())
                .put("lastErrorTime", errors.lastErrorTime());
    }

    @Override
    public String toString() {
        return name;
    }
}
