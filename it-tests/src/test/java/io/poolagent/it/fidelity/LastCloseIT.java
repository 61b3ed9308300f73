package io.poolagent.it.fidelity;

import java.util.stream.Stream;
import legacy.fidelity.LastClose;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Databases end with their last connection, and nothing idle stands in the way of those who end them. */
class LastCloseIT {
    @TestFactory
    Stream<DynamicContainer> databases() {
        return Played.on(
                LastClose.class,
                Target.POSTGRES,
                Target.MARIADB,
                Target.CONNECTOR_J,
                Target.H2,
                Target.HSQLDB_INSIDE,
                Target.DERBY_INSIDE,
                Target.SQLITE);
    }
}
