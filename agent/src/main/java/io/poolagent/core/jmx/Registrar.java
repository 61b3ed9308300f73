package io.poolagent.core.jmx;

import io.poolagent.core.foreign.ForeignPool;
import io.poolagent.core.jvm.AgentThreads;
import io.poolagent.core.pool.ManagedPool;
import io.poolagent.core.pool.Pools;
import io.poolagent.core.report.Events;
import io.poolagent.core.report.Log;
import io.poolagent.core.watch.Watch;
import java.lang.ref.WeakReference;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.InstanceAlreadyExistsException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the beans of one process in step with its pools. The housekeeper looks; registering, where the application's
 * listeners are called, is done by a thread of its own, one at a time.
 */
final class Registrar {
    /** So many others of a name: then nobody wants one more. */
    private static final int MOST_OF_A_NAME = 1_000;

    private final Watch watch;
    /** By pool, one by the leaks, and one by {@link #watch} for the agent. One without a name could not be registered, and is not tried again. */
    private final Map<Object, Shown> shown = new ConcurrentHashMap<>();

    private final AtomicBoolean working = new AtomicBoolean();
    /** Weakly: an application may bring a server of its own and go with it. */
    private WeakReference<MBeanServer> server = new WeakReference<>(null);

    private volatile boolean failed;
    private boolean listening;

    Registrar(Watch watch) {
        this.watch = watch;
    }

    /** Called by the housekeeper. */
    void look() throws MalformedObjectNameException {
        MBeanServer known = server.get();
        if (known == null) {
            shown.clear();
            known = PlatformServer.find();
            if (known == null) {
                return;
            }
            server = new WeakReference<>(known);
        }
        Set<Object> wanted = wanted();
        if (!shown.keySet().equals(wanted) && working.compareAndSet(false, true)) {
            MBeanServer to = known;
            AgentThreads.start("pool-agent-jmx", () -> {
                try {
                    update(to, wanted);
                } catch (Throwable e) {
                    failed(e);
                } finally {
                    working.set(false);
                }
            });
        }
    }

    private Set<Object> wanted() {
        Set<Object> wanted = new LinkedHashSet<>();
        wanted.add(watch);
        wanted.add(watch.leaks());
        Pools pools = watch.source();
        if (pools == null) {
            return wanted;
        }
        for (ManagedPool pool : pools.all()) {
            if (!pool.isGone()) {
                wanted.add(pool);
            }
        }
        wanted.addAll(pools.foreign().all());
        return wanted;
    }

    /** Registers what is missing and unregisters what is gone. */
    void update(MBeanServer to, Set<Object> wanted) {
        if (!listening) {
            listening = true; // not sooner: until there is a server no class of notifications' is loaded
            Events.listen(new Notifier(shown::forEach));
            watch.watchHeap();
        }
        for (Iterator<Map.Entry<Object, Shown>> all = shown.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Object, Shown> each = all.next();
            if (!wanted.contains(each.getKey())) {
                all.remove();
                unregister(to, each.getValue());
            }
        }
        for (Object each : wanted) {
            if (!shown.containsKey(each)) {
                Bean<?> bean = bean(each);
                shown.put(each, new Shown(bean, register(to, bean, each)));
            }
        }
    }

    private Bean<?> bean(Object of) {
        if (of instanceof ForeignPool) {
            return ForeignPoolBean.of((ForeignPool) of, watch);
        }
        if (of instanceof ManagedPool) {
            return PoolBean.of((ManagedPool) of, watch);
        }
        return of == watch ? AgentBean.of(watch) : LeaksBean.of(watch);
    }

    /** Returns the name it got: with a number where it is taken; null where it could not be registered. */
    private @Nullable ObjectName register(MBeanServer to, Bean<?> bean, Object of) {
        try {
            for (int number = 1; number <= MOST_OF_A_NAME; number++) {
                ObjectName name = Names.of(of, number);
                ObjectName got = to.isRegistered(name) ? null : register(to, bean, name);
                if (got != null) {
                    return got;
                }
            }
        } catch (JMException | RuntimeException | LinkageError e) {
            failed(e);
        }
        return null;
    }

    /** Returns null where somebody took the name meanwhile. */
    private static @Nullable ObjectName register(MBeanServer to, Bean<?> bean, ObjectName name) throws JMException {
        try {
            return to.registerMBean(bean, name).getObjectName();
        } catch (InstanceAlreadyExistsException e) {
            return null;
        }
    }

    private void unregister(MBeanServer from, Shown gone) {
        gone.bean().end();
        ObjectName name = gone.name();
        try {
            if (name != null) {
                from.unregisterMBean(name);
            }
        } catch (InstanceNotFoundException ignored) {
            // somebody else did it
        } catch (JMException | RuntimeException | LinkageError e) {
            failed(e);
        }
    }

    /** One line is enough: what fails for one fails for all. */
    private void failed(Throwable e) {
        if (!failed) {
            failed = true;
            Log.debug("an MBean can not be registered or unregistered: " + e);
        }
    }
}
