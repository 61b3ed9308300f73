package io.poolagent.it.fidelity;

import java.util.stream.Stream;
import legacy.fidelity.Crossing;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Connections that more than one thread has to do with. */
class CrossingIT {
    @TestFactory
    Stream<DynamicContainer> threads() {
        return Played.on(
                Crossing.class,
                Target.POSTGRES,
                Target.MARIADB,
                Target.CONNECTOR_J,
                Target.H2,
                Target.HSQLDB,
                Target.DERBY);
    }
}
