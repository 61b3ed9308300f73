package io.poolagent.it.fidelity;

import java.util.stream.Stream;
import legacy.fidelity.OwnSettings;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** What a URL sets is there again after whatever a lease did. */
class OwnSettingsIT {
    @TestFactory
    Stream<DynamicContainer> settings() {
        return Played.on(
                OwnSettings.class,
                Target.POSTGRES,
                Target.MARIADB,
                Target.CONNECTOR_J,
                Target.H2,
                Target.HSQLDB_INSIDE,
                Target.DERBY,
                Target.SQLITE);
    }
}
