package io.poolagent.core.pool;

import io.poolagent.core.report.Failure;
import org.jspecify.annotations.Nullable;

/** How often connects to one URL failed for which there was no pool. Immutable. */
public final class FailedConnect {
    private final String url;
    private final long count;
    private final Failure last;
    private final boolean outage;
    final String server;
    /** The pools that the server had then; null for none. */
    private final @Nullable Server pools;

    private final long answers;
    private final long nanos;

    FailedConnect(
            String url,
            long count,
            Failure last,
            boolean outage,
            String server,
            @Nullable Server pools,
            long answers,
            long nanos) {
        this.url = url;
        this.count = count;
        this.last = last;
        this.outage = outage;
        this.server = server;
        this.pools = pools;
        this.answers = answers;
        this.nanos = nanos;
    }

    /** The server has answered since. */
    FailedConnect answered() {
        return new FailedConnect(url, count, last, false, server, pools, answers, nanos);
    }

    /** The URL without parameters and secrets, or the class of the DataSource where that does not tell one. */
    public String url() {
        return url;
    }

    /** How many there were. */
    public long count() {
        return count;
    }

    /** The last of them. */
    public Failure last() {
        return last;
    }

    /** Whether nobody answered, and nobody at that server has since, as far as pools know. */
    boolean isOutage() {
        return outage && (pools == null || pools.answers() == answers);
    }

    /** Whether the last one was so long before a time, as of {@code System.nanoTime()}. */
    boolean isOlderThan(long wanted, long now) {
        return now - nanos >= wanted;
    }
}
