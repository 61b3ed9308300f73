package io.poolagent.it.fidelity;

import java.util.stream.Stream;
import legacy.fidelity.State;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Attributes of JDBC's are those of a fresh connection, whatever the lease before did to them. */
class StateIT {
    @TestFactory
    Stream<DynamicContainer> attributes() {
        return Played.on(
                State.class,
                Target.POSTGRES,
                Target.MARIADB,
                Target.CONNECTOR_J,
                Target.H2,
                Target.HSQLDB,
                Target.DERBY,
                Target.SQLITE_POOLED,
                Target.DERBY_INSIDE);
    }
}
