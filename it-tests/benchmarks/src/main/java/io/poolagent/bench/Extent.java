package io.poolagent.bench;

import java.util.List;
import org.openjdk.jmh.runner.options.TimeValue;

/** How much is measured. */
enum Extent {
    /** For figures to quote. */
    FULL(3, 7, 3, 4, 15, 800, 5, 500, 10_000),
    /** For a look: a busy machine can show any figure. */
    SHORT(1, 1, 1, 4, 8, 400, 4, 200, 10_000),
    /** Only whether everything runs; the figures mean nothing. */
    CHECK(1, 1, 1, 1, 1, 20, 1, 20, 100);

    /** As {@link #rounds}, for acquires: their budgets are a matter of a few percent, and forks differ by more. */
    final int acquireRounds;

    /** As {@link #acquireRounds}, for those rows that are near to their budgets by nature, and for what these are compared with. */
    final int closeRounds;

    /** Each round is a fork of each subject, one after the other, so that what else the machine does meets all alike. */
    final int rounds;

    final int warmUps;

    /** With eight threads and a server on two cores the compilers come to their end after about twelve seconds. */
    final int serverWarmUps;

    final int iterations;
    final int leases;
    private final int warmUpMillis;
    private final int millis;

    Extent(
            int acquireRounds,
            int closeRounds,
            int rounds,
            int warmUps,
            int serverWarmUps,
            int warmUpMillis,
            int iterations,
            int millis,
            int leases) {
        this.acquireRounds = acquireRounds;
        this.closeRounds = closeRounds;
        this.rounds = rounds;
        this.warmUps = warmUps;
        this.serverWarmUps = serverWarmUps;
        this.warmUpMillis = warmUpMillis;
        this.iterations = iterations;
        this.millis = millis;
        this.leases = leases;
    }

    /** How long leases are held before what they keep is measured as what is kept for long, in milliseconds. */
    long heldMillis() {
        return this == CHECK ? 0 : 14_000;
    }

    /** How long an iteration of the warm-up takes. */
    TimeValue warmUpTime() {
        return TimeValue.milliseconds(warmUpMillis);
    }

    /** How long an iteration takes. */
    TimeValue time() {
        return TimeValue.milliseconds(millis);
    }

    /** How many calls deep connections are taken. */
    List<Integer> depths() {
        return switch (this) {
            case FULL -> List.of(10, 50, 100);
            case SHORT -> List.of(10, 50);
            case CHECK -> List.of(10);
        };
    }

    /** What is done, for people. */
    String description() {
        return (rounds == 1
                        ? "1 fork"
                        : acquireRounds + " forks (" + closeRounds + " of acquires near to their budgets, " + rounds
                                + " of all but acquires), in turn,")
                + " of each subject, " + iterations
                + " iterations of " + millis + " ms after " + warmUps * warmUpMillis + " ms of warm-up ("
                + serverWarmUps * warmUpMillis + " with a server)";
    }
}
