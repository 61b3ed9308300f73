package io.poolagent.it.fidelity;

import java.util.stream.Stream;
import legacy.fidelity.Cursors;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Rows inside of rows, rows out of functions, and routines that use the caller's connection. */
class CursorsIT {
    @TestFactory
    Stream<DynamicContainer> cursors() {
        return Played.on(
                Cursors.class,
                Target.POSTGRES,
                Target.MARIADB,
                Target.CONNECTOR_J,
                Target.H2,
                Target.HSQLDB_INSIDE,
                Target.DERBY_INSIDE);
    }
}
