package io.poolagent.it.fidelity;

import java.util.stream.Stream;
import legacy.fidelity.ManyHosts;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/** URLs that name several servers. */
class ManyHostsIT {
    @TestFactory
    Stream<DynamicContainer> manyHosts() {
        return Played.on(ManyHosts.class, Target.POSTGRES, Target.MARIADB, Target.CONNECTOR_J);
    }
}
