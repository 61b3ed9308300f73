package io.poolagent.core.handle;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Objects of the driver's own that the application gets unwrapped. As a rule each keeps the connection's handle reachable
 * as long as it is. What the connection itself keeps, as pgjdbc does with its CopyManager, can not: it is reachable as long
 * as the connection, so the handle would never be given up, and a leak never found. Any thread may use it.
 */
final class Escapes {
    /** A manager in a session in a connection: deeper lies nothing that a connection's method returns. */
    private static final int DEEPEST = 3;

    private static final int MOST = 500;

    /** Whether a connection keeps objects of a class: looked at with the first one, since drivers return some for each row. */
    private static final ClassValue<Kept> KEPT = new ClassValue<Kept>() {
        @Override
        protected Kept computeValue(Class<?> type) {
            return new Kept();
        }
    };

    private Escapes() {}

    /**
     * An object leaves.
     *
     * @param from the handle whose method returned it
     * @param reaches whether it would reach into the next lease, were the connection used again
     */
    static void leaves(Object object, PoolAgentHandle from, boolean reaches) {
        ConnectionState connection = Child.connectionOf(from);
        boolean kept = KEPT.get(object.getClass()).by(Child.rawOf(from), object);
        if (!kept) {
            Held.keep(object, Child.rootOf(from));
        }
        if (kept || reaches) {
            connection.escaped(Child.rawOf(from));
        }
    }

    private static final class Kept {
        private volatile boolean known;
        private volatile boolean kept;

        boolean by(Object raw, Object object) {
            if (!known) {
                kept = isIn(raw, object);
                known = true;
            }
            return kept;
        }
    }

    private static boolean isIn(Object raw, Object wanted) {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Object> level = Collections.singletonList(raw);
        for (int depth = 0; depth < DEEPEST; depth++) {
            List<Object> next = new ArrayList<>();
            for (Object each : level) {
                for (Field field : Orphans.fieldsOf(each)) {
                    Object value = valueOf(field, each);
                    if (value == wanted) {
                        return true;
                    }
                    if (value != null && seen.size() < MOST && seen.add(value)) {
                        next.add(value);
                    }
                }
            }
            level = next;
        }
        return false;
    }

    private static @Nullable Object valueOf(Field field, Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
