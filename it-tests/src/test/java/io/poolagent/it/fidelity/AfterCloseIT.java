package io.poolagent.it.fidelity;

import io.poolagent.it.harness.Jdks;
import java.util.stream.Stream;
import legacy.fidelity.AfterClose;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** What was got from a connection answers after close() as the driver's own does, and touches nobody else's work. */
class AfterCloseIT {
    @TestFactory
    Stream<DynamicContainer> everyMethod() {
        return Played.on(
                AfterClose.class,
                Target.POSTGRES,
                Target.MARIADB,
                Target.CONNECTOR_J,
                Target.H2,
                Target.DERBY,
                Target.SQLITE_POOLED,
                Target.HSQLDB_INSIDE,
                Target.DERBY_INSIDE);
    }

    /** Java 8 knows fewer methods, Java 25 more. */
    @TestFactory
    Stream<DynamicContainer> everyMethodOfOtherJavas() {
        return Stream.of(8, 25)
                .map(version -> Played.on(
                        "POSTGRES on Java " + version,
                        AfterClose.class,
                        Target.POSTGRES,
                        jvm -> jvm.on(Jdks.require(version))));
    }
}
