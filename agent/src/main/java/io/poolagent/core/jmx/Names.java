package io.poolagent.core.jmx;

import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/** Names of beans. */
final class Names {
    private static final String DOMAIN = "io.poolagent:";

    private Names() {}

    /**
     * The name of a bean.
     *
     * @param pool the name of the pool that it shows; null for the bean of the leaks
     * @param number 1, or more where another agent's bean, or a copy's, has the name
     */
    static ObjectName of(@Nullable String pool, int number) throws MalformedObjectNameException {
        if (pool == null) {
            return new ObjectName(DOMAIN + "type=Leaks" + (number == 1 ? "" : ",number=" + number));
        }
        return new ObjectName(DOMAIN + "type=Pool,name=" + ObjectName.quote(number == 1 ? pool : pool + " #" + number));
    }
}
