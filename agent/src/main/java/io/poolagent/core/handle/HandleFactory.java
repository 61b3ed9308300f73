package io.poolagent.core.handle;

import io.poolagent.core.jvm.Privileged;
import org.jspecify.annotations.Nullable;

/** Makes handles for the objects of one class of a driver's. Any thread may use it. */
public final class HandleFactory {
    private static final HandleClasses CLASSES = new HandleClasses();

    private static final ClassValue<HandleFactory> FACTORIES = new ClassValue<HandleFactory>() {
        @Override
        protected HandleFactory computeValue(Class<?> type) {
            return Privileged.call(() -> new HandleFactory(CLASSES.define(type, Kind.of(type))));
        }
    };

    private final @Nullable Class<?> type;

    private HandleFactory(@Nullable Class<?> type) {
        this.type = type;
    }

    /** The factory for a driver's class; makes the handle's class at the first call for it. */
    public static HandleFactory of(Class<?> type) {
        return FACTORIES.get(type);
    }

    /** Whether objects of the class can have handles. */
    public boolean works() {
        return type != null;
    }

    /** Whether a cast of the handle to the driver's class works. */
    public boolean isSubclass(Class<?> driverClass) {
        return type != null && driverClass.isAssignableFrom(type);
    }

    /**
     * Makes a handle.
     *
     * @param delegate the driver's object
     * @param state what the core knows of it
     */
    public PoolAgentHandle make(Object delegate, Object state) {
        PoolAgentHandle handle = allocate();
        handle.poolAgentInit(delegate, state);
        return handle;
    }

    /** A handle whose fields are not set yet, for a state that must know the handle first. */
    public PoolAgentHandle allocate() {
        if (type == null) {
            throw new IllegalStateException("no class of handles");
        }
        return (PoolAgentHandle) Instances.allocate(type);
    }
}
