package io.poolagent.core.leak;

import io.poolagent.core.lease.Frames;
import io.poolagent.core.lease.Holder;
import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.lease.Origin;
import io.poolagent.core.lease.Place;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every open lease now and then, and tells which are held for too long. It sees use only as "used since the
 * last look", so that using costs no look at a clock. Used by the housekeeper only; the time is given to it.
 */
final class LeakWatch {
    /** How long a lease without its thread waits for somebody else to use it: it may be on its way in a queue. */
    private static final long ORPHAN_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** As {@link #ORPHAN_NANOS}, with open rows: of what is read of a row only the step to it is seen. */
    private static final long ORPHAN_ROWS_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** From so long on a lease does not keep the classes that acquired it: they may be undeployed meanwhile. */
    private static final long SETTLED_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** So many in a look, as names and lines cost 100 us for a stack. */
    private static final int MOST_SETTLED = 50;

    /** What was found. */
    interface Findings {
        /** Held for long, or without its thread, and not used. */
        void suspected(LeaseRecord lease, String why, long nowNanos);

        /** Held for long, and in use. */
        void longRunning(LeaseRecord lease, String why, long nowNanos);

        /** Held for long, and meant to be. */
        void meant(LeaseRecord lease, String why, long nowNanos);

        /** Held for longer than is allowed at all; returns whether it was closed, as a foreign pool's can not be. */
        boolean abandoned(LeaseRecord lease, long nowNanos);
    }

    /** So many threads in turn: more than one that hands over to another, which may give it back. */
    private static final int TURNS = 4;

    /** What comes back so often after a rest is kept somewhere, not forgotten. */
    private static final int RESTS = 3;

    /** From a pool's constructor to the driver. */
    private static final int CALLS_OF_FILLING = 4;

    private static final Pattern TEST = Pattern.compile(
            "(?is)\\s*(select|values)\\s*\\(?\\s*('[^']*'|\\d+|\\w+\\(\\)|sysdate|current_\\w+)\\s*\\)?(\\s+from\\s+\\S*(dual|sysdummy1)\\S*)?\\s*;?\\s*");

    /** Where an application's own pools make their connections. */
    private final Set<Place> turning = new HashSet<>();

    private final LeakSettings settings;
    private final LeakPlaces places;
    private final Findings findings;

    LeakWatch(LeakSettings settings, LeakPlaces places, Findings findings) {
        this.settings = settings;
        this.places = places;
        this.findings = findings;
    }

    void look(Iterable<? extends LeaseRecord> leases, long now) {
        int settled = 0;
        for (LeaseRecord lease : leases) {
            if (lease.isOpen()) {
                boolean settles = settled < MOST_SETTLED && lease.held(now) > SETTLED_NANOS;
                settled += settles && lease.forgetClasses() ? 1 : 0;
                look(lease, leases, now);
            }
        }
    }

    private void look(LeaseRecord lease, Iterable<? extends LeaseRecord> all, long now) {
        long silent = now - lease.lastUsed(now, settings.thresholdNanos() / 4);
        long held = lease.held(now);
        boolean running = lease.isRunning();
        Object verdict = lease.verdict();
        if (settings.abandonNanos != 0 && held > settings.abandonNanos && findings.abandoned(lease, now)) {
            return;
        }
        if (verdict == Verdict.SUSPECTED || verdict == Verdict.MEANT) {
            return;
        }
        boolean seen = lease.showsUse() && !lease.hasEscaped();
        if (!running && seen && !lease.isShared() && !lease.holder().isAlive()) {
            orphaned(lease, all, silent, verdict, now);
            return;
        }
        long threshold = settings.thresholdNanos();
        boolean mayWait = lease.showsUse()
                ? !running
                        && held > threshold
                        && silent >= threshold
                        && lease.holder().hasUsedLast(lease)
                : held > threshold / 2;
        if (mayWait && isInDriver(lease.holder())) {
            lease.seenInUse();
            silent = 0;
        }
        if (held <= threshold) {
            return;
        }
        if (running || silent < threshold || lease.hasEscaped()) {
            if (verdict != Verdict.LONG_RUNNING) {
                lease.verdict(Verdict.LONG_RUNNING);
                findings.longRunning(
                        lease,
                        running
                                ? "a statement is running"
                                : silent < threshold
                                        ? "it is in use"
                                        : "an object of the driver's own has left it, whose use can not be seen",
                        now);
            }
            return;
        }
        tell(
                lease,
                whyMeant(lease, all),
                "a connection is held for longer than leak.threshold without being used",
                now);
    }

    /** @param meant why it is held for good reason; null where it is suspected */
    private void tell(LeaseRecord lease, @Nullable String meant, String why, long now) {
        if (meant != null) {
            lease.verdict(Verdict.MEANT);
            findings.meant(lease, meant, now);
        } else {
            lease.verdict(Verdict.SUSPECTED);
            findings.suspected(lease, why, now);
        }
    }

    private void orphaned(
            LeaseRecord lease, Iterable<? extends LeaseRecord> all, long silent, @Nullable Object verdict, long now) {
        if (verdict != Verdict.ORPHANED) {
            lease.verdict(Verdict.ORPHANED);
        } else if (silent >= (lease.openResultSets() == 0 ? ORPHAN_NANOS : ORPHAN_ROWS_NANOS)) {
            tell(
                    lease,
                    whyMade(lease, all),
                    "its thread has ended without closing the connection, and no other has used it",
                    now);
        }
    }

    /**
     * Of statements it is seen how long they run; that a commit, a step to the next rows or a vendor's call takes long is seen
     * only at the thread, and so is all that is done with a foreign pool's connection.
     */
    private static boolean isInDriver(Holder holder) {
        Thread thread = holder.get();
        return thread != null && Frames.areInDriver(thread.getStackTrace());
    }

    /** Why somebody holds it for good reason; null where none is known. */
    private @Nullable String whyMeant(LeaseRecord lease, Iterable<? extends LeaseRecord> all) {
        if (lease.listens()) {
            return "it waits for notifications (LISTEN)";
        }
        Place place = lease.place();
        if (isTurning(place, all)) {
            return "threads take turns with it, or it comes back to one, as from a pool of the application's own";
        }
        if (lease.rests() >= RESTS) {
            return "it is kept: it was used again after a rest, more than once";
        }
        if (settings.allowed.match(place.name())) {
            return "leak.allow names its place";
        }
        String made = whyMade(lease, all);
        if (made != null) {
            return made;
        }
        Origin origin = lease.origin();
        if (origin == null || places.knows(place)) {
            return null;
        }
        Statics.How held = Statics.hold(origin.frames(), lease);
        boolean keeps = held == Statics.How.FIELD || held == Statics.How.CONTAINER && !hasAlike(lease, all, false);
        return keeps ? "a static field holds it, or a singleton's" : null;
    }

    /** Why what made it makes such ones on purpose; null where nothing says so. */
    private @Nullable String whyMade(LeaseRecord lease, Iterable<? extends LeaseRecord> all) {
        Origin origin = lease.origin();
        if (origin == null || places.knows(lease.place())) {
            return null;
        }
        StackTraceElement[] frames = origin.frames();
        if (isMadeOnce(frames)) {
            return "it was acquired while a class was made, once";
        }
        if (lease.showsUse() && isUnused(lease) && isMadeAhead(frames) && hasAlike(lease, all, true)) {
            return "it was made ahead with others like it, and not needed yet";
        }
        if (!lease.isInTransaction() && PoolShape.isIn(frames)) {
            return "a pool of the application's own made it";
        }
        return null;
    }

    /** Whether leases of the place are known to go from thread to thread, or to be used in turns: others may not have had theirs. */
    private boolean isTurning(Place place, Iterable<? extends LeaseRecord> all) {
        if (turning.contains(place)) {
            return true;
        }
        int turns = 1;
        for (LeaseRecord each : all) {
            int own = Math.max(0, each.turns() - 1) + each.comebacks();
            if (own > 0 && each.isOpen() && each.place().equals(place)) {
                turns += own;
            }
        }
        if (turns >= TURNS) {
            turning.add(place);
        }
        return turns >= TURNS;
    }

    /** But for a test whether it is alive, as pools make one. */
    private static boolean isUnused(LeaseRecord lease) {
        String sql = lease.lastSql();
        return lease.statements() == 0
                || lease.statements() == 1 && sql != null && TEST.matcher(sql).matches();
    }

    private static boolean isMadeOnce(StackTraceElement[] frames) {
        return calls(frames, frames.length, "<clinit>");
    }

    /** Whether an object was just made by which it was acquired, or that keeps it: a pool that fills itself, not a task that runs. */
    private static boolean isMadeAhead(StackTraceElement[] frames) {
        return calls(frames, Math.min(frames.length, Frames.first(frames) + CALLS_OF_FILLING), "<init>");
    }

    /** Whether one of the first frames is of a method of the application's that has a name. */
    private static boolean calls(StackTraceElement[] frames, int count, String method) {
        for (int i = 0; i < count; i++) {
            if (frames[i].getMethodName().equals(method) && Frames.isOfApplication(frames[i].getClassName())) {
                return true;
            }
        }
        return false;
    }

    /** Whether other open leases are of the same place, and, where that is asked for, of the same thread. */
    private static boolean hasAlike(LeaseRecord lease, Iterable<? extends LeaseRecord> all, boolean ofThread) {
        for (LeaseRecord other : all) {
            if (other != lease
                    && other.isOpen()
                    && other.place().equals(lease.place())
                    && (!ofThread || other.holder() == lease.holder())) {
                return true;
            }
        }
        return false;
    }
}
