package io.poolagent.it.fidelity;

import java.util.stream.Stream;
import legacy.fidelity.Threads;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** Connections that several threads use, and close. */
class ThreadsIT {
    @TestFactory
    Stream<DynamicContainer> cases() {
        return Played.on(Threads.class, Target.SERVERS);
    }
}
