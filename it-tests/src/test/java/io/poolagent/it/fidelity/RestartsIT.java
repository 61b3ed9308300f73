package io.poolagent.it.fidelity;

import java.util.stream.Stream;
import legacy.fidelity.Restarts;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** A server that restarted is noticed before the program gets a connection. */
class RestartsIT {
    @TestFactory
    Stream<DynamicContainer> restarts() {
        return Played.on(Restarts.class, Target.POSTGRES, Target.H2, Target.HSQLDB);
    }
}
