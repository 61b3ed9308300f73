package io.poolagent.core.http;

/** Called as one of HikariCP's is, it counts as a pool of the application's. */
public final class HikariDataSource {
    /** What it is asked for its figures. */
    public final HikariDataSource pool = this;

    /** Connections that are handed out. */
    public int active;
    /** Connections there are. */
    public int total;

    /** Its name. */
    public String getPoolName() {
        return "own";
    }

    /** The most connections. */
    public int getMaximumPoolSize() {
        return 3;
    }

    /** Connections that are handed out. */
    public int getActiveConnections() {
        return active;
    }

    /** Connections there are. */
    public int getTotalConnections() {
        return total;
    }

    /** Whether it was closed. */
    public boolean isClosed() {
        return false;
    }
}
