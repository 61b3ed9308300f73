package io.poolagent.bench;

import java.util.List;
import org.openjdk.jmh.runner.options.TimeValue;

/** How much is measured. */
enum Extent {
    /** For figures to quote. */
    FULL(3, 3, 5, 1_000, 10_000),
    /** For a look. */
    SHORT(1, 3, 4, 200, 10_000),
    /** Only whether everything runs; the figures mean nothing. */
    CHECK(1, 1, 1, 20, 100);

    /** Each round is a fork of each subject, one after the other, so that what else the machine does meets all alike. */
    final int rounds;

    final int warmUps;
    final int iterations;
    final int leases;
    private final int millis;

    Extent(int rounds, int warmUps, int iterations, int millis, int leases) {
        this.rounds = rounds;
        this.warmUps = warmUps;
        this.iterations = iterations;
        this.millis = millis;
        this.leases = leases;
    }

    /** How long an iteration takes. */
    TimeValue time() {
        return TimeValue.milliseconds(millis);
    }

    /** How many calls deep connections are taken. */
    List<Integer> depths() {
        return this == CHECK ? List.of(10) : List.of(10, 50, 100);
    }

    /** What is done, for people. */
    String description() {
        return rounds + (rounds == 1 ? " fork" : " forks, in turn,") + " of each subject, " + warmUps + " + "
                + iterations + " iterations of " + millis + " ms";
    }
}
