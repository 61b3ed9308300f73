package io.poolagent.core.jmx;

import io.poolagent.core.foreign.ForeignPool;
import io.poolagent.core.jvm.AgentThreads;
import io.poolagent.core.leak.Leaks;
import io.poolagent.core.pool.ManagedPool;
import io.poolagent.core.report.Events;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.management.Notification;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;

/**
 * Turns events into notifications: the bean of the agent tells of all, that of the leaks of leaks, and that of a pool of its
 * own. Listeners are the application's or a client's and may block, so they are called by a thread of its own; what it can
 * not keep up with is dropped, the oldest first.
 */
final class Notifier implements Consumer<Events.Event> {
    /** The kinds of events, as clients subscribe to them. */
    static final String[] TYPES = {
        "poolagent.leak.suspected",
        "poolagent.leak.proven",
        "poolagent.lease.abandoned",
        "poolagent.pool.exhausted",
        "poolagent.pool.recovered",
        "poolagent.pool.resized",
        "poolagent.database.down",
        "poolagent.threshold"
    };

    private static final int MOST_WAITING = 1_000;
    private static final String[] FIELDS = {"event", "level", "message", "details"};
    private static final CompositeType TYPE = type();

    private final Consumer<BiConsumer<Object, Shown>> beans;
    private final ThreadPoolExecutor executor;

    /** @param beans calls back for each bean there is, with what it shows */
    Notifier(Consumer<BiConsumer<Object, Shown>> beans) {
        this.beans = beans;
        this.executor = new ThreadPoolExecutor(
                1,
                1,
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                AgentThreads.factory("pool-agent-notifications"),
                new ThreadPoolExecutor.DiscardOldestPolicy());
        executor.allowCoreThreadTimeOut(true);
    }

    private static CompositeType type() {
        String[] texts = {
            "What happened", "How severe it is", "The same for people", "The same as one JSON object with all fields"
        };
        OpenType<?>[] types = {SimpleType.STRING, SimpleType.STRING, SimpleType.STRING, SimpleType.STRING};
        try {
            return new CompositeType("event", "Something that happened", FIELDS, texts, types);
        } catch (OpenDataException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void accept(Events.Event event) {
        boolean known = false;
        for (String each : TYPES) {
            known |= each.equals(event.name);
        }
        if (known) {
            executor.execute(() -> beans.accept((of, shown) -> {
                ObjectName name = shown.name();
                if (name != null && concerns(of, event)) {
                    Bean<?> bean = shown.bean();
                    bean.sendNotification(notification(name, bean.nextNumber(), event));
                }
            }));
        }
    }

    private static boolean concerns(Object of, Events.Event event) {
        if (of instanceof ManagedPool) {
            return event.has("pool", ((ManagedPool) of).name());
        }
        if (of instanceof ForeignPool) {
            return event.has("pool", ((ForeignPool) of).name());
        }
        return !(of instanceof Leaks) || event.name.startsWith("poolagent.lea");
    }

    private static Notification notification(ObjectName source, long number, Events.Event event) {
        String line = event.text.split("\n", 2)[0];
        Notification made = new Notification(event.name, source, number, event.millis, line);
        Object[] values = {event.name, event.level.name(), event.text, event.json};
        try {
            CompositeData data = new CompositeDataSupport(TYPE, FIELDS, values);
            made.setUserData(data);
        } catch (OpenDataException e) {
            throw new IllegalStateException(e);
        }
        return made;
    }
}
