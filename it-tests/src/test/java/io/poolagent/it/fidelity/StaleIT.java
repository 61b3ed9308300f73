package io.poolagent.it.fidelity;

import java.util.stream.Stream;
import legacy.fidelity.Stale;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Objects of one connection disturb no other, and are collected when nobody holds them. */
class StaleIT {
    @TestFactory
    Stream<DynamicContainer> stale() {
        return Played.on(
                Stale.class,
                Target.POSTGRES,
                Target.MARIADB,
                Target.CONNECTOR_J,
                Target.H2,
                Target.HSQLDB,
                Target.DERBY,
                Target.DERBY_INSIDE);
    }
}
