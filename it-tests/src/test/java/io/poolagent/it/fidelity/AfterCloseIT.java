package io.poolagent.it.fidelity;

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
                Target.HSQLDB,
                Target.DERBY,
                Target.SQLITE,
                Target.H2_INSIDE,
                Target.DERBY_INSIDE);
    }
}
