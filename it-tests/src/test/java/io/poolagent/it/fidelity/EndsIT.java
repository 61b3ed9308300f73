package io.poolagent.it.fidelity;

import java.util.stream.Stream;
import legacy.fidelity.Ends;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Open work, locks and temporary tables end with close(). */
class EndsIT {
    @TestFactory
    Stream<DynamicContainer> ends() {
        return Played.on(
                Ends.class,
                Target.POSTGRES,
                Target.MARIADB,
                Target.CONNECTOR_J,
                Target.H2,
                Target.HSQLDB,
                Target.DERBY,
                Target.DERBY_INSIDE,
                Target.SQLITE);
    }

    /** A pool of one connection: the others are overflow connections. */
    @TestFactory
    Stream<DynamicContainer> endsPastThePool() {
        return Stream.of(Target.SERVERS)
                .map(each -> Played.on(each.name(), Ends.class, each, jvm -> jvm, "pool.max=1"));
    }

    /** No connection is old enough to be used twice. */
    @TestFactory
    Stream<DynamicContainer> endsOfOldConnections() {
        return Stream.of(Target.SERVERS)
                .map(each -> Played.on(each.name(), Ends.class, each, jvm -> jvm, "pool.max-lifetime=1ms"));
    }
}
