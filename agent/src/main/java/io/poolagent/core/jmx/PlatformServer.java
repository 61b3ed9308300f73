package io.poolagent.core.jmx;

import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Finds the platform's MBeanServer without making it. Whoever asks {@code ManagementFactory} makes it, and with it an
 * MBeanServerBuilder, a LogManager and a System.Logger, perhaps of the application's and before it is ready. The list
 * of the factory's can be read without any of that; while it is empty this costs one class of the JDK's.
 */
final class PlatformServer {
    private PlatformServer() {}

    /** The server that has the JVM's own beans, by now; null where there is none. */
    static @Nullable MBeanServer find() throws MalformedObjectNameException {
        for (MBeanServer each : MBeanServerFactory.findMBeanServer(null)) {
            if (each.isRegistered(new ObjectName("java.lang:type=Runtime"))) {
                return each;
            }
        }
        return null;
    }
}
