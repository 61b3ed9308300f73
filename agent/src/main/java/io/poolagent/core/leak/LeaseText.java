package io.poolagent.core.leak;

import io.poolagent.core.database.SqlMask;
import io.poolagent.core.lease.Frames;
import io.poolagent.core.lease.Holder;
import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.lease.Origin;
import io.poolagent.core.lease.Place;
import io.poolagent.core.report.Json;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How leases are told of in reports: as text and as JSON. Texts of statements are masked as {@code log.sql} says. */
final class LeaseText {
    private static final int LONGEST_SQL = 2_000;
    private static final int MOST_FRAMES = 200;
    /** What the agent and the driver do on top is of less interest than where the application is. */
    private static final int MOST_FRAMES_NOW = 40;

    private final String logSql;

    LeaseText(String logSql) {
        this.logSql = logSql;
    }

    /** A duration for people: {@code 340 ms}, {@code 5.2 s}, {@code 12 min 3 s}, {@code 3 h 20 min}. */
    static String duration(long nanos) {
        long millis = TimeUnit.NANOSECONDS.toMillis(nanos);
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1e3);
        }
        long seconds = millis / 1_000;
        return seconds < 3_600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3_600 + " h " + seconds / 60 % 60 + " min";
    }

    /** The text of a statement as it may be shown; null where none may. */
    @Nullable
    String sql(@Nullable String sql) {
        if (sql == null || logSql.equals("off")) {
            return null;
        }
        String shown = logSql.equals("full") ? sql : SqlMask.mask(sql);
        return shown.length() <= LONGEST_SQL ? shown : shown.substring(0, LONGEST_SQL) + "...";
    }

    static String thread(Holder holder) {
        return "'" + holder.name() + "' (" + (holder.isAlive() ? "alive" : "ended") + ")";
    }

    String lastSql(LeaseRecord lease, long now) {
        long age = lease.sqlAge(now);
        if (age < 0) {
            return "none yet";
        }
        String text = sql(lease.lastSql());
        return (text == null ? "(not shown)" : text)
                + (lease.isRunning() ? ", running for " : ", begun ")
                + duration(age)
                + (lease.isRunning() ? "" : " ago");
    }

    /** In one line, for lists. */
    String line(LeaseRecord lease, long now) {
        Place place = lease.place();
        return "lease " + lease.id() + ": thread " + thread(lease.holder()) + " for " + duration(lease.held(now))
                + " at "
                + place + ", last SQL: " + lastSql(lease, now)
                + (lease.isInTransaction() ? ", in a transaction" : "");
    }

    Json json(LeaseRecord lease, long now) {
        long age = lease.sqlAge(now);
        return Json.object()
                .put("id", lease.id())
                .put("pool", lease.pool())
                .put("thread", thread(lease.holder(), false))
                .put("since", instant(lease.since(now)))
                .put("heldMillis", TimeUnit.NANOSECONDS.toMillis(lease.held(now)))
                .put("place", place(lease.place()))
                .put("lastSql", sql(lease.lastSql()))
                .put("lastSqlAgeMillis", age < 0 ? -1 : TimeUnit.NANOSECONDS.toMillis(age))
                .put("running", lease.isRunning())
                .put("statements", lease.statements())
                .put("inTransaction", lease.isInTransaction());
    }

    static Json thread(Holder holder, boolean withStack) {
        Json thread = Json.object().put("name", holder.name()).put("alive", holder.isAlive());
        return withStack ? thread.put("now", frames(now(holder))) : thread;
    }

    static Json place(Place place) {
        return Json.object()
                .put("class", place.className())
                .put("method", place.method())
                .put("file", place.file())
                .put("line", place.line());
    }

    static String instant(long millis) {
        return io.poolagent.core.report.Instants.text(millis);
    }

    /** The stack that was captured, from what asked for a connection, with what is likely below it where that was not. */
    static StackTraceElement[] acquired(LeaseRecord lease) {
        Origin origin = lease.origin();
        return origin == null ? new StackTraceElement[0] : Frames.below(origin.likely());
    }

    /** Where a thread is now; empty where it has ended. */
    static StackTraceElement[] now(Holder holder) {
        Thread thread = holder.get();
        StackTraceElement[] now = thread == null ? new StackTraceElement[0] : thread.getStackTrace();
        StackTraceElement[] below = Frames.below(now);
        if (now.length - below.length > 1) {
            StackTraceElement[] shown = new StackTraceElement[below.length + 1];
            shown[0] = now[0]; // what it waits in, and then where the application is
            System.arraycopy(below, 0, shown, 1, below.length);
            now = shown;
        }
        return now.length <= MOST_FRAMES_NOW ? now : Arrays.copyOf(now, MOST_FRAMES_NOW);
    }

    static Json frames(StackTraceElement[] frames) {
        Json array = Json.array();
        for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
            array.add(frames[i].toString());
        }
        return array;
    }

    /** Frames line by line; the application's first one is marked, and what a recursion repeats is told once. */
    static void append(StringBuilder text, StackTraceElement[] frames, String indent) {
        int marked = Frames.first(frames);
        int lines = 0;
        for (int i = 0; i < frames.length && lines < MOST_FRAMES; ) {
            Repeats repeats = Repeats.at(frames, i);
            int mark = repeats.first(marked);
            for (int end = i + repeats.length; i < end; i++, lines++) {
                text.append('\n')
                        .append(indent)
                        .append(i == mark ? "-> " : "   ")
                        .append("at ")
                        .append(frames[i]);
            }
            if (repeats.more > 0) {
                text.append('\n').append(indent).append("   ").append(repeats);
                i = repeats.end();
                lines++;
            }
        }
    }
}
