package io.poolagent.core.leak;

import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.lease.StackPolicy;
import io.poolagent.core.report.Level;
import io.poolagent.core.report.Log;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was found about leases: counted by place and by pool, and told where that is due. What looks find is used by the
 * housekeeper only, proofs and late closes by any thread.
 */
final class LeakFindings implements LeakWatch.Findings {
    private final LeakSettings settings;
    private final StackPolicy stacks;
    private final LeaseText texts;
    private final LeakPlaces places;
    private final PoolLeaks.Table pools;
    private final Notes notes = new Notes();
    private final LeakReport report;
    /** What a look found, told after it: with all that was found at a place, and not the first alone. */
    private final Map<PlaceLeaks, Runnable> found = new LinkedHashMap<>();

    LeakFindings(LeakSettings settings, StackPolicy stacks, LeaseText texts, LeakPlaces places, PoolLeaks.Table pools) {
        this.settings = settings;
        this.stacks = stacks;
        this.texts = texts;
        this.places = places;
        this.pools = pools;
        this.report = new LeakReport(texts);
    }

    /** A look is over. */
    void tell(long now) {
        found.forEach((at, tell) -> {
            if (at.isDue(false, now)) {
                tell.run();
            }
        });
        found.clear();
    }

    @Override
    public void suspected(LeaseRecord lease, String why, long now) {
        stacks.suspect(lease.place());
        pools.suspected(lease.pool());
        PlaceLeaks at = places.at(lease.place());
        at.suspected(lease, now);
        found.putIfAbsent(
                at,
                () -> report.log(
                        Finding.SUSPECTED,
                        lease,
                        at.figures(now),
                        why,
                        "nothing: it may still be used, as no collection has found it unreachable",
                        now));
    }

    @Override
    public void longRunning(LeaseRecord lease, String why, long now) {
        note("poolagent.lease.long-running", "long-running work, no leak", lease, why, now);
    }

    @Override
    public void meant(LeaseRecord lease, String why, long now) {
        note("poolagent.lease.meant", "held on purpose, no leak", lease, why, now);
    }

    private void note(String event, String what, LeaseRecord lease, String why, long now) {
        long more = notes.due(event + why + lease.pool() + lease.place(), now);
        if (more >= 0) {
            Log.report(
                    Level.INFO,
                    event,
                    () -> what + ": " + why + "; pool " + lease.pool() + ", " + texts.line(lease, now)
                            + (more == 0 ? "" : "; and " + more + " more of this place since the last such line"),
                    json -> json.put("why", why).put("more", more).put("lease", texts.json(lease, now)));
        }
    }

    @Override
    public boolean abandoned(LeaseRecord lease, long now) {
        String held = "held for " + LeaseText.duration(lease.held(now)) + ", longer than leak.abandoned-after="
                + LeaseText.duration(settings.abandonNanos) + " allows; acquired by thread '"
                + lease.holder().name() + "' at " + lease.place();
        boolean done = lease.abandon("pool-agent closed this connection: it was " + held);
        if (done) {
            boolean suspected = lease.verdict() == Verdict.SUSPECTED;
            PlaceLeaks at = places.at(lease.place());
            at.abandoned(lease, suspected, now);
            pools.abandoned(lease.pool());
            report.log(
                    Finding.ABANDONED,
                    lease,
                    at.figures(now),
                    "a connection was " + held,
                    "aborted (leak.abandoned-after), its slot is free again",
                    now);
        }
        return done;
    }

    /**
     * The handle was collected without a close.
     *
     * @param done what was done about it
     * @param takenBack whether its pool has the connection again
     */
    void proven(LeaseRecord lease, String done, boolean takenBack) {
        long now = System.nanoTime();
        boolean before = lease.verdict() == Verdict.SUSPECTED;
        stacks.suspect(lease.place());
        pools.proven(lease.pool());
        PlaceLeaks at = places.at(lease.place());
        at.proven(lease, before, takenBack, now);
        if (at.isDue(true, now)) {
            report.log(Finding.PROVEN, lease, at.figures(now), "proven", done, now);
        }
    }

    /** A suspected lease ended by a close. */
    void returned(LeaseRecord lease, long now) {
        places.at(lease.place()).returned(lease, now);
        Log.debug("closed after all: a connection suspected to be leaked, acquired at " + lease.place());
    }
}
