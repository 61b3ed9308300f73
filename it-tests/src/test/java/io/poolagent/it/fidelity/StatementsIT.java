package io.poolagent.it.fidelity;

import java.util.stream.Stream;
import legacy.fidelity.Statements;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Ordinary work, by all that JDBC offers for it. */
class StatementsIT {
    @TestFactory
    Stream<DynamicContainer> statements() {
        return Played.on(
                Statements.class,
                Target.POSTGRES,
                Target.MARIADB,
                Target.CONNECTOR_J,
                Target.H2,
                Target.HSQLDB_INSIDE,
                Target.DERBY,
                Target.DERBY_INSIDE,
                Target.SQLITE,
                Target.SQLITE_POOLED);
    }
}
