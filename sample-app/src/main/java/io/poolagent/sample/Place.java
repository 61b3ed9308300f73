package io.poolagent.sample;

import io.poolagent.sample.cli.Options;
import io.poolagent.sample.load.Progress;
import io.poolagent.sample.observe.ServerObserver;
import io.poolagent.sample.observe.ServerObservers;
import io.poolagent.sample.server.DatabaseServer;
import io.poolagent.sample.server.DatabaseServers;
import io.poolagent.sample.server.NoBinaryException;
import io.poolagent.sample.server.ServerStartException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database to work on: one of the user's own, or one that was started for the purpose and ends with this. */
public final class Place implements AutoCloseable {

    private final @Nullable DatabaseServer server;
    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;

    private Place(@Nullable DatabaseServer server, String url, @Nullable String user, @Nullable String password) {
        this.server = server;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /**
     * The place that the options ask for. Where there is no PostgreSQL for this platform, and PostgreSQL was not asked for by
     * name, it is H2.
     */
    public static Place open(Options options, Progress progress) throws ServerStartException {
        String url = options.url();
        if (url != null) {
            return new Place(null, url, options.user(), options.password());
        }
        progress.show("starting " + options.db());
        DatabaseServer server = start(options, progress);
        progress.done();
        return new Place(server, server.jdbcUrl(), server.user(), server.password());
    }

    private static DatabaseServer start(Options options, Progress progress) throws ServerStartException {
        try {
            return DatabaseServers.start(options.db());
        } catch (NoBinaryException e) {
            if (options.dbGiven()) {
                throw e;
            }
            progress.say(e.getMessage() + " The shop works on H2 in server mode instead.");
            return DatabaseServers.h2();
        }
    }

    /** Somebody who watches the server, with a login of the administrator's where there is one. */
    public ServerObserver observer() throws SQLException {
        return server == null
                ? ServerObservers.open(url, user, password, null)
                : ServerObservers.open(server.adminUrl(), server.adminUser(), server.adminPassword(), server.user());
    }

    /** The application's URL. */
    public String url() {
        return url;
    }

    /** The application's user, or null when the URL names it. */
    public @Nullable String user() {
        return user;
    }

    /** The application's password, or null when the URL holds it. */
    public @Nullable String password() {
        return password;
    }

    /** One line for people. */
    public String description() {
        return server == null ? "the database given by --url" : server.description();
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
