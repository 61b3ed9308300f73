package io.poolagent.core.watch;

import java.util.Locale;

/** How a pool, or all of them, are. */
public enum Status {
    /** Nothing is wrong. */
    HEALTHY(0),
    /** Somebody should look. */
    WARNING(1),
    /** Connections can not be made. */
    ERROR(2);

    private final int level;

    Status(int level) {
        this.level = level;
    }

    /** As the metric {@code poolagent.health} shows it: 0, 1 or 2. */
    public int level() {
        return level;
    }

    /** As JSON and JMX show it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The worse of two. */
    public Status or(Status other) {
        return other.level > level ? other : this;
    }
}
