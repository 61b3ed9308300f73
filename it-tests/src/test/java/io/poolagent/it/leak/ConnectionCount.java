package io.poolagent.it.leak;

import io.poolagent.sample.server.DatabaseServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks a PostgreSQL server again and again how many connections a user has, and keeps the most. */
final class ConnectionCount implements AutoCloseable {
    private final AtomicInteger most = new AtomicInteger();
    private final Connection asking;
    private final Thread thread;
    private volatile boolean ended;

    private ConnectionCount(Connection asking, String user) {
        this.asking = asking;
        this.thread = new Thread(() -> ask(user), "connection-count");
    }

    static ConnectionCount of(DatabaseServer server) {
        try {
            Connection asking =
                    DriverManager.getConnection(server.adminUrl(), server.adminUser(), server.adminPassword());
            ConnectionCount count = new ConnectionCount(asking, server.user());
            count.thread.start();
            return count;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void ask(String user) {
        try (PreparedStatement statement =
                asking.prepareStatement("SELECT count(*) FROM pg_stat_activity WHERE usename = ?")) {
            statement.setString(1, user);
            while (!ended) {
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    most.accumulateAndGet(rows.getInt(1), Math::max);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    int most() {
        return most.get();
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
            asking.close();
        } catch (InterruptedException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
