package legacy.standin.play;

import com.microsoft.sqlserver.jdbc.ISQLServerConnection;
import com.microsoft.sqlserver.jdbc.ISQLServerPreparedStatement;
import com.microsoft.sqlserver.jdbc.ISQLServerStatement;
import com.microsoft.sqlserver.jdbc.SQLServerBulkCopy;
import com.microsoft.sqlserver.jdbc.SQLServerCallableStatement;
import com.microsoft.sqlserver.jdbc.SQLServerConnection;
import com.microsoft.sqlserver.jdbc.SQLServerPreparedStatement;
import com.microsoft.sqlserver.jdbc.SQLServerResultSet;
import com.microsoft.sqlserver.jdbc.SQLServerStatement;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import legacy.Account;
import legacy.Session;
import legacy.standin.Server;

/** Casts to the classes of Microsoft's own driver and uses them. Arguments: URL, user, password. */
public final class MicrosoftCasts {
    private MicrosoftCasts() {}

    public static void main(String[] arguments) throws SQLException {
        Account account = Account.of(arguments);
        Server server = Products.server(account.url);
        for (int round = 1; round <= 3; round++) {
            try (Connection connection = account.connect()) {
                System.err.println("class " + connection.getClass().getName());
                connection(connection);
                statements((SQLServerConnection) connection);
                prepared((SQLServerConnection) connection);
                metadata(connection);
            }
            System.out.println("after casts: " + server.traces());
            setters(account);
            System.out.println("after setters: " + server.traces());
        }
        System.err.println("logins " + server.logins());
    }

    private static void connection(Connection connection) throws SQLException {
        SQLServerConnection cast = (SQLServerConnection) connection;
        ISQLServerConnection byInterface = (ISQLServerConnection) connection;
        System.out.println("wrapper " + connection.isWrapperFor(SQLServerConnection.class)
                + connection.isWrapperFor(ISQLServerConnection.class)
                + connection.isWrapperFor(SQLServerStatement.class)
                + ", same " + (connection.unwrap(SQLServerConnection.class) == cast)
                + (connection.unwrap(ISQLServerConnection.class) == byInterface) + ", equal "
                + cast.equals(connection) + ", id " + (byInterface.getClientConnectionId() != null) + ", text "
                + cast.toString().startsWith("ConnectionID:"));
        System.out.println(cast.getCatalog() + ", " + cast.getSendTimeAsDatetime() + ", "
                + cast.getDisableStatementPooling() + ", " + cast.getStatementPoolingCacheSize() + ", "
                + cast.isStatementPoolingEnabled() + ", " + cast.getUseFmtOnly() + ", "
                + cast.getServerPreparedStatementDiscardThreshold() + ", " + cast.getUseBulkCopyForBatchInsert() + ", "
                + cast.getIPAddressPreference());
        try (SQLServerBulkCopy copy = new SQLServerBulkCopy(connection)) {
            copy.setDestinationTableName("work");
            System.out.println("bulk copy to " + copy.getDestinationTableName());
        }
    }

    private static void statements(SQLServerConnection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT @@LANGUAGE")) {
            SQLServerStatement cast = (SQLServerStatement) statement;
            ISQLServerStatement byInterface = (ISQLServerStatement) statement;
            SQLServerResultSet castRows = (SQLServerResultSet) rows;
            System.out.println("buffering " + cast.getResponseBuffering() + ", " + byInterface.getCancelQueryTimeout()
                    + ", connection " + (cast.getConnection() == connection) + ", rows' statement "
                    + (castRows.getStatement() == statement) + ", " + castRows.next() + " " + castRows.getNString(1)
                    + " " + castRows.getObject("a") + " " + castRows.wasNull() + ", columns "
                    + castRows.getMetaData().getColumnCount() + ", unwrapped "
                    + (cast.unwrap(SQLServerStatement.class) == statement));
            cast.setResponseBuffering("full");
            System.out.println("count " + cast.executeUpdate("SET NOCOUNT OFF") + ", rows closed " + rows.isClosed());
        }
    }

    private static void prepared(SQLServerConnection connection) throws SQLException {
        Session.run(connection, "CREATE TABLE work (a INT)");
        try (PreparedStatement prepared = connection.prepareStatement("INSERT INTO work VALUES (?)");
                CallableStatement call = connection.prepareCall("SELECT DB_NAME()")) {
            SQLServerPreparedStatement cast = (SQLServerPreparedStatement) prepared;
            ISQLServerPreparedStatement byInterface = (ISQLServerPreparedStatement) prepared;
            SQLServerCallableStatement castCall = (SQLServerCallableStatement) call;
            cast.setInt(1, 7);
            System.out.println("inserted " + cast.executeUpdate() + ", connection "
                    + (byInterface.getConnection() == connection) + (castCall.getConnection() == connection)
                    + ", pooled " + cast.isPoolable());
        }
        System.out.println("rows " + Session.first(connection, "SELECT COUNT(*) FROM work"));
    }

    private static void metadata(Connection connection) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        System.out.println(metadata.getDatabaseProductName() + ", " + metadata.getDatabaseMajorVersion() + ", "
                + metadata.getUserName() + ", same " + (metadata.getConnection() == connection));
    }

    /** What is set on a connection must not be there on the next one. */
    private static void setters(Account account) throws SQLException {
        try (SQLServerConnection connection = (SQLServerConnection) account.connect()) {
            System.out.println("fresh: " + connection.getSendTimeAsDatetime() + ", "
                    + connection.getStatementPoolingCacheSize() + ", " + connection.getPrepareMethod());
            connection.setStatementPoolingCacheSize(10);
            connection.setDisableStatementPooling(false);
        }
        try (SQLServerConnection connection = (SQLServerConnection) account.connect()) {
            System.out.println("cache " + connection.getStatementPoolingCacheSize());
            connection.setPrepareMethod("prepare");
            connection.setUseFmtOnly(true);
            connection.setSendTimeAsDatetime(false);
        }
        try (SQLServerConnection connection = (SQLServerConnection) account.connect()) {
            System.out.println(connection.getPrepareMethod() + ", " + connection.getUseFmtOnly() + ", "
                    + connection.getSendTimeAsDatetime());
            Session.run(connection, "CREATE TABLE #t (a INT)");
        }
    }
}
