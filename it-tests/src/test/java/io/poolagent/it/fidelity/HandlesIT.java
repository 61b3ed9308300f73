package io.poolagent.it.fidelity;

import io.poolagent.it.harness.Jdks;
import java.util.stream.Stream;
import legacy.fidelity.Handles;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Casts, identities and reflection find what they would find on the driver's own objects. */
class HandlesIT {
    @TestFactory
    Stream<DynamicContainer> handles() {
        return Played.on(
                Handles.class,
                Target.POSTGRES,
                Target.MARIADB,
                Target.CONNECTOR_J,
                Target.H2,
                Target.HSQLDB_INSIDE,
                Target.DERBY,
                Target.DERBY_INSIDE,
                Target.SQLITE_POOLED);
    }

    /** Older and newer Javas declare other methods, and define classes in other ways. */
    @TestFactory
    Stream<DynamicContainer> handlesOnOtherJavas() {
        return Stream.of(8, 25)
                .map(version -> Played.on(
                        "POSTGRES on Java " + version,
                        Handles.class,
                        Target.POSTGRES,
                        jvm -> jvm.on(Jdks.require(version))));
    }
}
