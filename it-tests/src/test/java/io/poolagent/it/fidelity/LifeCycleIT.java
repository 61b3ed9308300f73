package io.poolagent.it.fidelity;

import java.util.stream.Stream;
import legacy.fidelity.LifeCycle;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Connections and what they gave are opened and closed as ever. */
class LifeCycleIT {
    @TestFactory
    Stream<DynamicContainer> lives() {
        return Played.on(
                LifeCycle.class,
                Target.POSTGRES,
                Target.MARIADB,
                Target.CONNECTOR_J,
                Target.H2,
                Target.HSQLDB_INSIDE,
                Target.DERBY,
                Target.DERBY_INSIDE,
                Target.SQLITE);
    }
}
