package io.poolagent.it.fidelity;

import java.util.stream.Stream;
import legacy.fidelity.DriverManagerState;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** What belongs to DriverManager and the drivers stays theirs. */
class DriverManagerStateIT {
    @TestFactory
    Stream<DynamicContainer> sharedState() {
        return Played.on(
                DriverManagerState.class,
                Target.POSTGRES,
                Target.MARIADB,
                Target.CONNECTOR_J,
                Target.H2,
                Target.HSQLDB_INSIDE,
                Target.DERBY,
                Target.SQLITE);
    }
}
