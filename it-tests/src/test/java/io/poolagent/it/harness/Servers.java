package io.poolagent.it.harness;

import static org.junit.jupiter.api.Assumptions.abort;

import io.poolagent.sample.server.DatabaseServer;
import io.poolagent.sample.server.DatabaseServers;
import io.poolagent.sample.server.NoBinaryException;
import io.poolagent.sample.server.ServerStartException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** The database servers of a test run: each is started when a test first asks for it, and stopped after the last. */
public final class Servers implements LauncherSessionListener {
    private static final Map<String, DatabaseServer> RUNNING = new LinkedHashMap<>();

    /** Names of servers that have no binary for this platform, with what was said about it. */
    private static final Map<String, String> MISSING = new LinkedHashMap<>();

    /** A real PostgreSQL with passwords. */
    public static DatabaseServer postgres() {
        return get("postgres");
    }

    /** A real MariaDB with passwords. */
    public static DatabaseServer mariadb() {
        return get("mariadb");
    }

    /** H2 behind TCP. */
    public static DatabaseServer h2() {
        return get("h2");
    }

    /** The server of a name that {@link DatabaseServers#start} knows; the test is skipped where it has no binary. */
    public static synchronized DatabaseServer get(String name) {
        String missing = MISSING.get(name);
        if (missing != null) {
            return abort(missing);
        }
        return RUNNING.computeIfAbsent(name, Servers::start);
    }

    private static DatabaseServer start(String name) {
        try {
            return DatabaseServers.start(name);
        } catch (NoBinaryException e) {
            MISSING.put(name, e.getMessage());
            return abort(e.getMessage());
        } catch (ServerStartException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        synchronized (Servers.class) {
            RUNNING.values().forEach(DatabaseServer::close);
            RUNNING.clear();
        }
    }
}
