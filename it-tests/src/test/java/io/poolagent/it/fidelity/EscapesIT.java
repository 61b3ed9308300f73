package io.poolagent.it.fidelity;

import java.util.stream.Stream;
import legacy.fidelity.Escapes;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** What leaves a connection by the driver's own interfaces. */
class EscapesIT {
    @TestFactory
    Stream<DynamicContainer> cases() {
        return Played.on(
                Escapes.class,
                Target.POSTGRES,
                Target.MARIADB,
                Target.CONNECTOR_J,
                Target.H2,
                Target.HSQLDB,
                Target.HSQLDB_INSIDE,
                Target.DERBY,
                Target.SQLITE);
    }
}
