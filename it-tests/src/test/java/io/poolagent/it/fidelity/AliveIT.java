package io.poolagent.it.fidelity;

import java.util.stream.Stream;
import legacy.fidelity.Alive;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** No connection arrives dead. */
class AliveIT {
    @TestFactory
    Stream<DynamicContainer> alive() {
        return Played.on(
                Alive.class,
                Target.POSTGRES,
                Target.MARIADB,
                Target.CONNECTOR_J,
                Target.H2,
                Target.HSQLDB,
                Target.DERBY);
    }
}
