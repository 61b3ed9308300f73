package io.poolagent.it.fidelity;

import java.util.stream.Stream;
import legacy.fidelity.LifeCycle;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** The life of connections, statements and rows: closing, completing, finalisers, cancel. */
class LifeCycleIT {
    @TestFactory
    Stream<DynamicContainer> cases() {
        return Played.on(
                LifeCycle.class, Target.POSTGRES, Target.MARIADB, Target.CONNECTOR_J, Target.H2, Target.HSQLDB);
    }
}
