package io.poolagent.core.jmx;

import io.poolagent.core.foreign.ForeignPool;
import io.poolagent.core.pool.ManagedPool;
import io.poolagent.core.watch.Watch;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/** Names of beans. */
final class Names {
    private static final String DOMAIN = "io.poolagent:";

    private Names() {}

    /**
     * The name of a bean.
     *
     * @param of the pool that it shows, managed or foreign; anything else for the beans of the agent and of the leaks
     * @param number 1, or more where another agent's bean, or a copy's, has the name
     */
    static ObjectName of(Object of, int number) throws MalformedObjectNameException {
        if (of instanceof ManagedPool) {
            return pool(((ManagedPool) of).name(), number);
        }
        if (of instanceof ForeignPool) {
            ForeignPool pool = (ForeignPool) of;
            return new ObjectName(DOMAIN + "type=ForeignPool,library="
                    + ObjectName.quote(pool.library().name()) + ",name=" + quoted(pool.name(), number));
        }
        return new ObjectName(DOMAIN
                + (of instanceof Watch ? "type=Agent" : "type=Leaks")
                + (number == 1 ? "" : ",number=" + number));
    }

    static ObjectName pool(String name, int number) throws MalformedObjectNameException {
        return new ObjectName(DOMAIN + "type=Pool,name=" + quoted(name, number));
    }

    private static String quoted(String name, int number) {
        return ObjectName.quote(number == 1 ? name : name + " #" + number);
    }
}
