package io.poolagent.core.jmx;

import io.poolagent.core.report.Log;
import io.poolagent.core.watch.Watch;
import io.poolagent.core.watch.WatchListener;
import org.jspecify.annotations.Nullable;

/**
 * Shows pools, leaks and the agent as MBeans. Until the first pool exists no class of JMX's is loaded, here or in the JVM; a
 * JVM without JMX is one in which nothing is shown. Used by the housekeeper only.
 */
public final class Beans implements WatchListener {
    private @Nullable Registrar registrar;
    private boolean off;

    @Override
    public void look(Watch watch) {
        if (off) {
            return;
        }
        try {
            Registrar known = registrar;
            if (known == null) {
                known = new Registrar(watch);
                registrar = known;
            }
            known.look();
        } catch (Throwable e) {
            off = true; // no module java.management, a security manager, a server of somebody's that fails
            Log.debug("nothing is shown by JMX: " + e);
        }
    }
}
