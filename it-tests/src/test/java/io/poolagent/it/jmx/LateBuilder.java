package io.poolagent.it.jmx;

import javax.management.MBeanServer;
import javax.management.MBeanServerBuilder;
import javax.management.MBeanServerDelegate;

/** A builder of MBeanServers that is not on a program's class path. */
public final class LateBuilder extends MBeanServerBuilder {
    @Override
    public MBeanServer newMBeanServer(String domain, MBeanServer outer, MBeanServerDelegate delegate) {
        System.setProperty("late.builder", "its own");
        return super.newMBeanServer(domain, outer, delegate);
    }
}
