package io.poolagent.sample.observe;

import java.sql.Connection;
import java.sql.SQLException;

/** PostgreSQL counts sessions since version 14, in the statistics of the database. */
final class PostgresView extends ServerView {

    private static final int COUNTS_SESSIONS = 140_000;
    /** Version 14 gathers statistics in a process of its own, half a second late. */
    private static final int READINGS = 20;

    private final boolean countsSessions;
    private final String openQuery;

    PostgresView(Connection connection, String quotedUser) throws SQLException {
        super(connection);
        countsSessions = number("SELECT current_setting('server_version_num')") >= COUNTS_SESSIONS;
        openQuery = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND usename = "
                + quotedUser + " AND pid <> pg_backend_pid()";
    }

    @Override
    long opened() throws SQLException {
        if (!countsSessions) {
            return Observation.UNKNOWN;
        }
        long last = sessions();
        int same = 0;
        for (int reading = 0; reading < READINGS && same < 4; reading++) {
            // The query itself is the pause: it returns after the statistics have had time to arrive.
            number("SELECT 1 FROM (SELECT pg_sleep(0.05)) AS pause");
            long now = sessions();
            same = now == last ? same + 1 : 0;
            last = now;
        }
        return last;
    }

    private long sessions() throws SQLException {
        return number("SELECT sessions FROM pg_stat_database WHERE datname = current_database()");
    }

    @Override
    long open() throws SQLException {
        return number(openQuery);
    }
}
