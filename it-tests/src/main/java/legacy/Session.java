package legacy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Asks the server. */
public final class Session {
    private Session() {}

    /** The number that the server gave to the session behind a connection. */
    public static String id(Connection connection, String url) throws SQLException {
        return first(connection, idQuery(url));
    }

    private static String idQuery(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return "SELECT pg_backend_pid()";
        }
        if (url.startsWith("jdbc:mariadb:") || url.startsWith("jdbc:mysql:")) {
            return "SELECT CONNECTION_ID()";
        }
        if (url.startsWith("jdbc:h2:")) {
            return "SELECT SESSION_ID()";
        }
        if (url.startsWith("jdbc:hsqldb:")) {
            // The only session that runs this statement at this moment; a call might count as more than reading.
            return "SELECT SESSION_ID FROM INFORMATION_SCHEMA.SYSTEM_SESSIONS"
                    + " WHERE CURRENT_STATEMENT LIKE '%CURRENT_STATEMENT%'";
        }
        // These three give the numbers of their sessions to later ones again: something else is asked for.
        if (url.startsWith("jdbc:sqlserver:")) {
            return "SELECT CONVERT(VARCHAR(36), c.connection_id) FROM sys.dm_exec_connections c"
                    + " JOIN sys.dm_exec_requests r ON r.connection_id = c.connection_id"
                    + " JOIN sys.dm_exec_sessions s ON s.session_id = c.session_id"
                    + " WHERE s.program_name LIKE 'Microsoft JDBC%' AND r.status = 'running'";
        }
        if (url.startsWith("jdbc:oracle:")) {
            return "SELECT SYS_CONTEXT('USERENV', 'SESSIONID') FROM DUAL";
        }
        if (url.startsWith("jdbc:db2:")) {
            return "SELECT APPL_ID FROM SYSIBMADM.APPLICATIONS WHERE APPL_NAME = 'db2jcc_application'";
        }
        throw new IllegalArgumentException("no query for the session of " + url);
    }

    /** The first column of the first row; null where there is none. */
    public static String first(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    public static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
