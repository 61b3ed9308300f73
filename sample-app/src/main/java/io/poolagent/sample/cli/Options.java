package io.poolagent.sample.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A command line that was understood. Immutable. */
public final class Options {

    private final Command command;
    private final Map<Option, String> values;

    Options(Command command, Map<Option, String> values) {
        this.command = command;
        this.values = values;
    }

    /** What to do. */
    public Command command() {
        return command;
    }

    /** The database to start; of no account when there is a {@link #url()}. */
    public String db() {
        return text(Option.DB, "postgres");
    }

    /** Whether the database was named, rather than left to the default. */
    public boolean dbGiven() {
        return values.containsKey(Option.DB);
    }

    /** The URL of a database of the user's own, or null. */
    public @Nullable String url() {
        return values.get(Option.URL);
    }

    /** The user for {@link #url()}, or null. */
    public @Nullable String user() {
        return values.get(Option.USER);
    }

    /** The password for {@link #url()}, or null. */
    public @Nullable String password() {
        String given = values.get(Option.PASSWORD);
        return given == null ? System.getenv("SHOP_PASSWORD") : given;
    }

    /** How many threads work at once. */
    public int threads() {
        return Integer.parseInt(text(Option.THREADS, "8"));
    }

    /** How long the shop is open, in seconds; of no account when there are {@link #requests()}. */
    public int seconds() {
        return Integer.parseInt(text(Option.SECONDS, "10"));
    }

    /** How many requests are served; 0 when time decides. */
    public long requests() {
        return Long.parseLong(text(Option.REQUESTS, "0"));
    }

    /** What decides the requests. */
    public long seed() {
        return Long.parseLong(text(Option.SEED, "42"));
    }

    /** How long connecting is measured, in seconds; 0 for not at all. */
    public int connectSeconds() {
        return Integer.parseInt(text(Option.CONNECT_SECONDS, "6"));
    }

    /** The agent's jar, or null for the one that the build makes. */
    public @Nullable String agent() {
        return values.get(Option.AGENT);
    }

    /** What is appended to the agent's path after an equals sign, or null. */
    public @Nullable String agentOptions() {
        return values.get(Option.AGENT_OPTIONS);
    }

    /** The Java installation for the runs of a comparison, or null for this one. */
    public @Nullable String javaHome() {
        return values.get(Option.JAVA_HOME);
    }

    /** The port of whoever watches the server for this run, or 0. */
    public int observerPort() {
        return Integer.parseInt(text(Option.OBSERVER, "0"));
    }

    private String text(Option option, String otherwise) {
        String value = values.get(option);
        return value == null ? otherwise : value;
    }
}
