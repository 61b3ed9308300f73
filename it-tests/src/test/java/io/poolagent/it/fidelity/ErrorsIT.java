package io.poolagent.it.fidelity;

import java.util.stream.Stream;
import legacy.fidelity.Errors;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Failures are the driver's own, with all that hangs on them. */
class ErrorsIT {
    @TestFactory
    Stream<DynamicContainer> cases() {
        // pgjdbc logs what it thinks of such a URL
        return Stream.of(Target.SERVERS)
                .map(each -> Played.on(
                        each.name(), Errors.class, each, jvm -> jvm.expecting("JDBC URL invalid port number")));
    }
}
