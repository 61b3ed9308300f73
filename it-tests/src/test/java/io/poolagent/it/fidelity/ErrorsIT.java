package io.poolagent.it.fidelity;

import java.util.stream.Stream;
import legacy.fidelity.Errors;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** What fails, fails as without the agent: connects, statements, rows. */
class ErrorsIT {
    @TestFactory
    Stream<DynamicContainer> errors() {
        return Played.on(
                Errors.class,
                Target.POSTGRES,
                Target.MARIADB,
                Target.CONNECTOR_J,
                Target.H2,
                Target.HSQLDB_INSIDE,
                Target.DERBY,
                Target.SQLITE);
    }
}
