package io.poolagent.sample.observe;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What one kind of server can be asked about the application's connections. Closed by its user. */
abstract class ServerView implements AutoCloseable {

    private final Connection connection;

    ServerView(Connection connection) {
        this.connection = connection;
    }

    /** How many connections of the application's have been opened ever, plus a constant. Or {@link Observation#UNKNOWN}. */
    abstract long opened() throws SQLException;

    /** How many connections of the application's are open now. Or {@link Observation#UNKNOWN}. */
    abstract long open() throws SQLException;

    final long number(String query) throws SQLException {
        return number(connection, query);
    }

    static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getLong(1) : Observation.UNKNOWN;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
