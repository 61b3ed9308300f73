package io.poolagent.sample.observe;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** MySQL and MariaDB count connection attempts of everybody, and list those that are open. */
final class MySqlView extends ServerView {

    private final Connection connection;
    private final String openQuery;

    MySqlView(Connection connection, String quotedUser) {
        super(connection);
        this.connection = connection;
        openQuery = "SELECT COUNT(*) FROM information_schema.processlist WHERE user = " + quotedUser
                + " AND id <> CONNECTION_ID()";
    }

    @Override
    long opened() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Connections'")) {
            return rows.next() ? rows.getLong(2) : Observation.UNKNOWN;
        }
    }

    @Override
    long open() throws SQLException {
        return number(openQuery);
    }
}
