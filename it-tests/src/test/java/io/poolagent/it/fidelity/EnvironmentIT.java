package io.poolagent.it.fidelity;

import java.util.stream.Stream;
import legacy.fidelity.Environment;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** What drivers take from the JVM when they connect is that of the moment. */
class EnvironmentIT {
    @TestFactory
    Stream<DynamicContainer> environment() {
        return Played.on(
                Environment.class,
                Target.POSTGRES,
                Target.MARIADB,
                Target.CONNECTOR_J,
                Target.H2,
                Target.HSQLDB_INSIDE,
                Target.DERBY);
    }
}
