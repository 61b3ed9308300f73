package io.poolagent.it.fidelity;

import java.util.stream.Stream;
import legacy.fidelity.Credentials;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** A wrong password never succeeds, wherever the driver takes it from. */
class CredentialsIT {
    @TestFactory
    Stream<DynamicContainer> credentials() {
        return Played.on(
                Credentials.class,
                Target.POSTGRES,
                Target.MARIADB,
                Target.CONNECTOR_J,
                Target.H2,
                Target.HSQLDB_INSIDE,
                Target.DERBY);
    }
}
