package io.poolagent.it.fidelity;

import java.util.stream.Stream;
import legacy.fidelity.Ways;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** By whatever way a statement comes to the server, the next lease does not see what it did. */
class WaysIT {
    @TestFactory
    Stream<DynamicContainer> ways() {
        return Played.on(
                Ways.class,
                Target.POSTGRES,
                Target.MARIADB,
                Target.CONNECTOR_J,
                Target.H2,
                Target.HSQLDB_INSIDE,
                Target.DERBY);
    }
}
