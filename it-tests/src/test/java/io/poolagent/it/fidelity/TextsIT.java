package io.poolagent.it.fidelity;

import java.util.stream.Stream;
import legacy.fidelity.Texts;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Texts are passed on as they are, however odd. */
class TextsIT {
    @TestFactory
    Stream<DynamicContainer> texts() {
        return Played.on(
                Texts.class,
                Target.POSTGRES,
                Target.MARIADB,
                Target.CONNECTOR_J,
                Target.H2,
                Target.HSQLDB_INSIDE,
                Target.DERBY);
    }
}
