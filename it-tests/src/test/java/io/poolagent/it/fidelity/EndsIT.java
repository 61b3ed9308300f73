package io.poolagent.it.fidelity;

import java.util.stream.Stream;
import legacy.fidelity.Ends;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** How open work ends, on every path. */
class EndsIT {
    @TestFactory
    Stream<DynamicContainer> cases() {
        return Played.on(Ends.class, Target.SERVERS);
    }
}
