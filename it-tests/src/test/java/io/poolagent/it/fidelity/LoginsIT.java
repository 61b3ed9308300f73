package io.poolagent.it.fidelity;

import java.util.stream.Stream;
import legacy.fidelity.Logins;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** What the server does at a login holds for each lease. */
class LoginsIT {
    @TestFactory
    Stream<DynamicContainer> logins() {
        return Played.on(Logins.class, Target.POSTGRES, Target.MARIADB, Target.CONNECTOR_J);
    }
}
