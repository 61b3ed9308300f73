package io.poolagent.core.jmx;

import io.poolagent.core.leak.Leaks;
import io.poolagent.core.pool.PoolWatcher;
import io.poolagent.core.pool.Pools;
import io.poolagent.core.report.Log;
import org.jspecify.annotations.Nullable;

/**
 * Shows pools and leaks as MBeans. Until the first pool exists no class of JMX's is loaded, here or in the JVM; a JVM
 * without JMX is one in which nothing is shown. Used by the housekeeper only.
 */
public final class Beans implements PoolWatcher {
    private final Leaks leaks;
    private @Nullable Registrar registrar;
    private boolean off;

    /**
     * Shows nothing yet.
     *
     * @param leaks what leaks from the pools that will be shown
     */
    public Beans(Leaks leaks) {
        this.leaks = leaks;
    }

    @Override
    public void look(Pools pools) {
        if (off) {
            return;
        }
        try {
            Registrar known = registrar;
            if (known == null) {
                known = new Registrar(pools, leaks);
                registrar = known;
            }
            known.look();
        } catch (Throwable e) {
            off = true; // no module java.management, a security manager, a server of somebody's that fails
            Log.debug("nothing is shown by JMX: " + e);
        }
    }
}
