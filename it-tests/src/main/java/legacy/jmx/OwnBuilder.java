package legacy.jmx;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import javax.management.MBeanServer;
import javax.management.MBeanServerBuilder;
import javax.management.MBeanServerDelegate;

/** A builder of the application's own, which remembers in which threads it made servers. */
public final class OwnBuilder extends MBeanServerBuilder {
    static final Set<String> THREADS = Collections.synchronizedSet(new TreeSet<>());

    @Override
    public MBeanServer newMBeanServer(String domain, MBeanServer outer, MBeanServerDelegate delegate) {
        THREADS.add(Thread.currentThread().getName());
        return super.newMBeanServer(domain, outer, delegate);
    }
}
