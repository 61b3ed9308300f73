package io.poolagent.it.fidelity;

import java.util.stream.Stream;
import legacy.fidelity.Escapes;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** The drivers' own objects and setters reach no other lease. */
class EscapesIT {
    @TestFactory
    Stream<DynamicContainer> escapes() {
        return Played.on(
                Escapes.class,
                Target.POSTGRES,
                Target.MARIADB,
                Target.CONNECTOR_J,
                Target.H2,
                Target.HSQLDB_INSIDE,
                Target.DERBY,
                Target.SQLITE);
    }
}
