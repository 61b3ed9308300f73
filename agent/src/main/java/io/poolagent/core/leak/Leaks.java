package io.poolagent.core.leak;

import io.poolagent.core.config.Config;
import io.poolagent.core.config.Options;
import io.poolagent.core.handle.SlowRun;
import io.poolagent.core.jvm.AgentThreads;
import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.lease.Place;
import io.poolagent.core.lease.StackPolicy;
import io.poolagent.core.report.Json;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Everything that is known of leaks in this JVM, over all pools. Any thread may use it. */
public final class Leaks {
    private final LeakSettings settings;
    private final StackPolicy stacks;
    private final LeaseText texts;
    private final LeakPlaces places = new LeakPlaces();
    private final PoolLeaks.Table pools = new PoolLeaks.Table();
    private final LeakFindings findings;
    private final LeakWatch watch;
    private final Collector collector;
    private final LeftOpen leftOpen = new LeftOpen();
    private final SlowStatements slow;
    private final MemoryWatch memory;
    private final LeakLists lists;

    /** As the configuration says. */
    public Leaks(Config config) {
        this.settings = new LeakSettings(config);
        this.stacks = new StackPolicy(config.text(Options.LEAK_STACK));
        this.texts = new LeaseText(config.text(Options.LOG_SQL));
        this.findings = new LeakFindings(settings, stacks, texts, places, pools);
        this.watch = new LeakWatch(settings, places, findings);
        this.collector = new Collector(settings.collect, Collector::gc);
        this.slow = new SlowStatements(texts);
        this.memory = new MemoryWatch(settings.memoryBytes);
        this.lists = new LeakLists(texts, places, leftOpen);
    }

    /** What acquires capture of their stacks. */
    public StackPolicy stacks() {
        return stacks;
    }

    /**
     * Makes the report of one pool that may run dry.
     *
     * @param limit what sets the pool's maximum
     */
    public Exhaustion newExhaustion(String limit) {
        return new Exhaustion(texts, limit);
    }

    /** From how many nanoseconds on a statement is slow; 0 where none is. */
    public long slowNanos() {
        return settings.slowNanos;
    }

    /** A statement was slow. */
    public void slow(LeaseRecord lease, SlowRun run) {
        slow.log(lease, run);
    }

    /** Looks at open leases. Called about once a second by the housekeeper. */
    public void look(List<? extends LeaseRecord> leases, long now) {
        watch.look(leases, now);
        findings.tell(now);
        memory.look(leases, now);
    }

    /**
     * The handle was collected without a close.
     *
     * @param done what was done about it
     * @param takenBack whether its pool has the connection again
     */
    public void proven(LeaseRecord lease, String done, boolean takenBack) {
        collector.found();
        findings.proven(lease, done, takenBack);
    }

    /** A lease ended by a close. Cheap where nothing was noted about it. */
    public void closed(LeaseRecord lease, long now) {
        if (isSuspected(lease)) {
            findings.returned(lease, now);
        }
    }

    /** Whether to capture where the next statement is made. */
    public boolean locatesStatements() {
        return leftOpen.wantsPlace();
    }

    /** Statements and result sets were left open at release; with the places where they were made, as far as captured. */
    public void leftOpen(LeaseRecord lease, int statements, int resultSets, Set<Place> madeAt) {
        leftOpen.add(lease, statements, resultSets, madeAt);
    }

    /** Whether connections are taken away that are held for too long ({@code leak.abandoned-after}). */
    public boolean abandons() {
        return settings.abandonNanos != 0;
    }

    /** Whether a collection is asked for as soon as a pool is dry, so that this has to be noticed. */
    public boolean collectsEagerly() {
        return collector.isEager();
    }

    /** How many leaks were proven since the JVM's start. */
    public long proofs() {
        return collector.proofs();
    }

    /** How many collections the agent has begun; for {@link #isCollectingSince}. */
    public long collectionsBegun() {
        return collector.begun();
    }

    /** Whether none has ended that was begun after so many, and one may come. */
    public boolean isCollectingSince(long begun) {
        return collector.isCollectingSince(begun);
    }

    /** A pool is dry. */
    public void dry() {
        collector.dry();
    }

    /** More connections go past a pool than it has itself. */
    public void overgrown(long now) {
        collector.overgrown(now);
    }

    /** Whether a lease has not been used for longer than the threshold. Called by the housekeeper. */
    public boolean isSilent(LeaseRecord lease, long now) {
        return !lease.isRunning() && now - lease.lastUsed(now) > settings.thresholdNanos();
    }

    /**
     * A pool ran dry: reported where that is due, by another thread than the acquiring one.
     *
     * @param holders asked only for a report
     */
    public void exhausted(
            Exhaustion exhaustion,
            String pool,
            int max,
            String what,
            java.util.function.Supplier<List<? extends LeaseRecord>> holders) {
        long now = System.nanoTime();
        if (exhaustion.isDue(now)) {
            List<? extends LeaseRecord> held = holders.get();
            Future<?> unused = AgentThreads.scheduler().submit(() -> exhaustion.log(pool, max, what, held, now));
        }
    }

    /** Whether a lease is suspected to be leaked. */
    public boolean isSuspected(LeaseRecord lease) {
        return lease.verdict() == Verdict.SUSPECTED;
    }

    /** The threshold in milliseconds. */
    public long thresholdMillis() {
        return TimeUnit.NANOSECONDS.toMillis(settings.thresholdNanos());
    }

    /**
     * Changes the threshold, from now on.
     *
     * @throws IllegalArgumentException where {@code leak.threshold} does not allow so many milliseconds
     */
    public void thresholdMillis(long millis) {
        if (Options.LEAK_THRESHOLD.read(millis + "ms") == null) {
            throw new IllegalArgumentException("a threshold of " + millis + " ms is not allowed; allowed is "
                    + Options.LEAK_THRESHOLD.type().allowed() + ", here in milliseconds");
        }
        settings.thresholdNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    /** The leaks of all places together. */
    public LeakFigures total() {
        return places.total(System.nanoTime());
    }

    /** The leaks of each place, most first. */
    public List<LeakFigures> byPlace() {
        return places.figures(System.nanoTime());
    }

    /** The leaks of one pool since the start, by its name; what {@link #clear} does not forget. */
    public PoolLeaks ofPool(String name) {
        return pools.of(name);
    }

    /** Statements left open at release or collected unclosed. */
    public long statementsLeftOpen() {
        return leftOpen.statements();
    }

    /** Result sets left open at release. */
    public long resultSetsLeftOpen() {
        return leftOpen.resultSets();
    }

    /** How many statements were slow. */
    public long slowStatements() {
        return slow.count();
    }

    /** How many bytes open leases, their statements and result sets held at the last look, about. */
    public long memoryHeld() {
        return memory.snapshot().bytes;
    }

    /** By how many bytes what open leases hold has grown between the last two looks, which are 30 s apart. */
    public long memoryGrowth() {
        return memory.snapshot().growth;
    }

    /** Begins to count anew. What is still held stays counted. */
    public void clear() {
        places.clear();
        leftOpen.clear();
        slow.clear();
    }

    /** Each open lease in a line; logged as well. */
    public String dump(List<? extends LeaseRecord> leases) {
        return lists.dump(leases);
    }

    /** Open leases as an array of objects. */
    public Json json(List<? extends LeaseRecord> leases) {
        return lists.json(leases);
    }

    /** Each open lease in a line. */
    public String text(List<? extends LeaseRecord> leases) {
        return lists.text(leases);
    }

    /** The text of a statement as it may be shown; null where none may. */
    public @Nullable String shownSql(@Nullable String sql) {
        return texts.sql(sql);
    }

    /** What there is to say of leaks now: by place, with what is still held; logged as well. */
    public String report(List<? extends LeaseRecord> open) {
        return lists.report("poolagent.report", open, true);
    }

    /** Logs {@link #report} once, at the JVM's end, where there is anything to say. */
    public void summary(List<? extends LeaseRecord> open) {
        lists.report("poolagent.summary", open, false);
    }
}
