package io.poolagent.it.fidelity;

import java.util.stream.Stream;
import legacy.fidelity.ServerSession;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Nothing that one lease leaves in its session of the server is seen by the next. */
class ServerSessionIT {
    @TestFactory
    Stream<DynamicContainer> sessions() {
        return Played.on(
                ServerSession.class,
                Target.POSTGRES,
                Target.MARIADB,
                Target.CONNECTOR_J,
                Target.H2,
                Target.HSQLDB,
                Target.DERBY,
                Target.SQLITE);
    }
}
