package io.poolagent.core.watch;

import io.poolagent.core.config.Levels;

/**
 * One value that is watched against two levels. It rises when the value was at a level in three looks that follow each
 * other, and falls when it was below nine tenths of it in ten: a value that swings about a level does not ring all the time.
 * Used by the housekeeper only; {@link #status} may be read by any thread.
 */
final class Alarm {
    private static final int LOOKS_UP = 3;
    private static final int LOOKS_DOWN = 10;

    private final Levels levels;
    private volatile Status status = Status.HEALTHY;
    private int above;
    private int below;
    private Status toward = Status.HEALTHY;

    Alarm(Levels levels) {
        this.levels = levels;
    }

    Status status() {
        return status;
    }

    /**
     * Looks at the value.
     *
     * @return whether the status changed
     */
    boolean look(double value) {
        Status at =
                value >= levels.error() ? Status.ERROR : value >= levels.warning() ? Status.WARNING : Status.HEALTHY;
        if (at.level() > status.level()) {
            below = 0;
            above = toward == at || above == 0 ? above + 1 : 1;
            toward = at;
            return above >= LOOKS_UP && turn(at);
        }
        above = 0;
        long limit = status == Status.ERROR ? levels.error() : levels.warning();
        below = status != Status.HEALTHY && value < 0.9 * limit ? below + 1 : 0;
        return below >= LOOKS_DOWN && turn(at);
    }

    private boolean turn(Status to) {
        status = to;
        above = 0;
        below = 0;
        toward = to;
        return true;
    }

    /** What level of the two it is at, for people; 0 while it is healthy. */
    long level() {
        return status == Status.ERROR ? levels.error() : status == Status.WARNING ? levels.warning() : 0;
    }
}
