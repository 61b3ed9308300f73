package io.poolagent.it.fidelity;

import java.util.stream.Stream;
import legacy.fidelity.Errors;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Failures are the driver's own, with all that hangs on them. */
class ErrorsIT {
    @TestFactory
    Stream<DynamicContainer> cases() {
        return Played.on(Errors.class, Target.SERVERS);
    }
}
