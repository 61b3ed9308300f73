package io.poolagent.core.jmx;

import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/** A bean and the name it got. Immutable. */
final class Shown {
    private final Bean<?> bean;
    private final @Nullable ObjectName name;

    Shown(Bean<?> bean, @Nullable ObjectName name) {
        this.bean = bean;
        this.name = name;
    }

    Bean<?> bean() {
        return bean;
    }

    /** Null where it could not be registered. */
    @Nullable
    ObjectName name() {
        return name;
    }
}
