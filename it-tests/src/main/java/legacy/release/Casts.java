package legacy.release;

import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import legacy.Account;
import legacy.Session;

/**
 * Casts connections to the driver's classes, as code does that knows its driver, and compares what it gets back with
 * what it has. A second round does so with a connection that was used before. Arguments: URL, user, password.
 */
public final class Casts {
    private Casts() {}

    /** What a program does with the driver's class. */
    private interface Use {
        Object of(Connection connection) throws SQLException, java.io.IOException;
    }

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        for (int round = 1; round <= 2; round++) {
            try (Connection connection = account.connect()) {
                System.err.println("class " + connection.getClass().getName());
                identity(connection, account);
                System.out.println("cast: " + use(account.url).of(connection));
            }
        }
    }

    private static void identity(Connection connection, Account account) throws SQLException {
        String query = account.url.startsWith("jdbc:derby:") || account.url.startsWith("jdbc:hsqldb:")
                ? "VALUES (1)"
                : "SELECT 1";
        DatabaseMetaData metadata = connection.getMetaData();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query);
                PreparedStatement prepared = connection.prepareStatement(query);
                ResultSet others = prepared.executeQuery()) {
            System.out.println("metadata's connection " + (metadata.getConnection() == connection)
                    + ", statement's " + (statement.getConnection() == connection)
                    + ", prepared statement's " + (prepared.getConnection() == connection)
                    + ", rows' statement " + (rows.getStatement() == statement)
                    + ", others' " + (others.getStatement() == prepared)
                    + ", rows' connection " + (rows.getStatement().getConnection() == connection));
        }
        Map<Connection, String> known = new HashMap<>();
        known.put(connection, "found");
        String text = connection.toString();
        System.out.println("map " + known.get(connection) + ", equal " + connection.equals(metadata.getConnection())
                + ", text " + text.equals(connection.toString()));
        Class<?> driverClass = driverClass(account.url);
        System.out.println("instance " + driverClass.isInstance(connection) + ", wrapper "
                + connection.isWrapperFor(driverClass) + ", unwrapped " + (connection.unwrap(driverClass) == connection)
                + ", as itself " + (connection.unwrap(Connection.class) == connection));
    }

    private static Class<?> driverClass(String url) {
        switch (url.split(":")[1]) {
            case "postgresql":
                return Postgres.TYPE;
            case "h2":
                return H2.TYPE;
            case "mariadb":
                return MariaDb.TYPE;
            case "mysql":
                return MySql.TYPE;
            case "hsqldb":
                return Hsqldb.TYPE;
            case "derby":
                return Derby.TYPE;
            default:
                return Sqlite.TYPE;
        }
    }

    private static Use use(String url) {
        switch (url.split(":")[1]) {
            case "postgresql":
                return Postgres::use;
            case "h2":
                return H2::use;
            case "mariadb":
                return MariaDb::use;
            case "mysql":
                return MySql::use;
            case "hsqldb":
                return Hsqldb::use;
            case "derby":
                return Derby::use;
            default:
                return Sqlite::use;
        }
    }

    private static final class Postgres {
        static final Class<?> TYPE = org.postgresql.jdbc.PgConnection.class;

        static Object use(Connection connection) throws SQLException, java.io.IOException {
            org.postgresql.PGConnection byInterface = (org.postgresql.PGConnection) connection;
            org.postgresql.jdbc.PgConnection byClass = (org.postgresql.jdbc.PgConnection) connection;
            StringWriter copied = new StringWriter();
            byInterface.getCopyAPI().copyOut("COPY (SELECT 7) TO STDOUT", copied);
            boolean pid = String.valueOf(byInterface.getBackendPID())
                    .equals(Session.first(connection, "SELECT pg_backend_pid()"));
            return pid + " " + byClass.getServerMajorVersion() + " " + byInterface.escapeLiteral("it's") + " "
                    + copied.toString().trim() + " " + byClass.getParameterStatus("client_encoding") + " "
                    + byInterface.getParameterStatuses().get("client_encoding") + " "
                    + byClass.getURL().length() + " "
                    + byInterface.getNotifications(1).length + " " + byClass.getTransactionState() + " "
                    + connection.createArrayOf("int4", new Object[] {1, 2});
        }
    }

    private static final class H2 {
        static final Class<?> TYPE = org.h2.jdbc.JdbcConnection.class;

        static Object use(Connection connection) throws SQLException {
            org.h2.jdbc.JdbcConnection cast = (org.h2.jdbc.JdbcConnection) connection;
            return (cast.getSession() != null) + " " + cast.getMode().getName() + " " + cast.getTraceId();
        }
    }

    private static final class MariaDb {
        static final Class<?> TYPE = org.mariadb.jdbc.Connection.class;

        static Object use(Connection connection) throws SQLException {
            org.mariadb.jdbc.Connection cast = (org.mariadb.jdbc.Connection) connection;
            boolean id = String.valueOf(cast.getThreadId()).equals(Session.first(connection, "SELECT CONNECTION_ID()"));
            return id + " " + cast.getContext().getVersion().isMariaDBServer();
        }
    }

    private static final class MySql {
        static final Class<?> TYPE = com.mysql.cj.jdbc.ConnectionImpl.class;

        static Object use(Connection connection) throws SQLException {
            com.mysql.cj.jdbc.JdbcConnection byInterface = (com.mysql.cj.jdbc.JdbcConnection) connection;
            com.mysql.cj.jdbc.ConnectionImpl byClass = (com.mysql.cj.jdbc.ConnectionImpl) connection;
            boolean id = String.valueOf(byClass.getId()).equals(Session.first(connection, "SELECT CONNECTION_ID()"));
            byInterface.ping();
            return id + " " + byClass.getHost() + " " + byClass.getUser() + " " + byClass.getServerVersion() + " "
                    + byInterface.isSameResource(byClass);
        }
    }

    private static final class Hsqldb {
        static final Class<?> TYPE = org.hsqldb.jdbc.JDBCConnection.class;

        static Object use(Connection connection) {
            org.hsqldb.jdbc.JDBCConnection cast = (org.hsqldb.jdbc.JDBCConnection) connection;
            return cast.getSession() != null;
        }
    }

    private static final class Derby {
        static final Class<?> TYPE = org.apache.derby.client.am.ClientConnection.class;

        static Object use(Connection connection) throws SQLException {
            org.apache.derby.client.am.ClientConnection byParent =
                    (org.apache.derby.client.am.ClientConnection) connection;
            org.apache.derby.client.net.NetConnection byClass = (org.apache.derby.client.net.NetConnection) connection;
            return byParent.getCurrentSchemaName() + " " + byClass.getTransactionIsolationX();
        }
    }

    private static final class Sqlite {
        static final Class<?> TYPE = org.sqlite.SQLiteConnection.class;

        static Object use(Connection connection) throws SQLException {
            org.sqlite.SQLiteConnection cast = (org.sqlite.SQLiteConnection) connection;
            return cast.libversion() + " " + cast.getUrl().length() + " " + cast.getBusyTimeout();
        }
    }
}
