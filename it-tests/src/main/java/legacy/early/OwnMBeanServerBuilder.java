package legacy.early;

import javax.management.MBeanServerBuilder;

/** A builder of MBean servers on the application's class path. */
public final class OwnMBeanServerBuilder extends MBeanServerBuilder {
    static final String LOADED = EarlyMain.when();
}
