package io.poolagent.core.config;

import org.jspecify.annotations.Nullable;

/** One row of the table of options. Immutable. */
public final class Option {
    private final String name;
    private final Type type;
    private final String initial;
    private final String description;
    private final String[] aliases;

    Option(String name, Type type, String initial, String description, String... aliases) {
        this.name = name;
        this.type = type;
        this.initial = initial;
        this.description = description;
        this.aliases = aliases;
    }

    /** The name, as in an agent argument: {@code pool.max}. */
    public String name() {
        return name;
    }

    /** What values it takes. */
    public Type type() {
        return type;
    }

    /** The built-in default, as it would be written; empty where there is none. */
    public String initial() {
        return initial;
    }

    /** One sentence or two for the README's table. */
    public String description() {
        return description;
    }

    /** Environment variables read one step below the {@code POOLAGENT_} name. */
    public String[] aliases() {
        return aliases.clone();
    }

    /** The environment variable: {@code POOLAGENT_POOL_MAX}. */
    public String environmentName() {
        return "POOLAGENT_" + plain(name);
    }

    /** The system property: {@code poolagent.pool.max}. */
    public String propertyName() {
        return "poolagent." + name;
    }

    /** Whether the option may be set for some URLs only: {@code pool[PATTERN].max}, {@code session[PATTERN].reset}. */
    public boolean perUrl() {
        return name.startsWith("pool.") || name.startsWith("session.");
    }

    static String plain(String name) {
        return name.toUpperCase(java.util.Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /**
     * Reads a value.
     *
     * @return the value in the type's own form, or null where it is not allowed
     */
    public @Nullable Object read(String text) {
        return type.read(text.trim());
    }

    @Override
    public String toString() {
        return name;
    }
}
