package legacy.standin.play;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import legacy.Account;
import legacy.Session;
import legacy.standin.Server;
import legacy.standin.sqlserver.MsConnection;
import legacy.standin.sqlserver.MsPreparedStatement;
import legacy.standin.sqlserver.MsStatement;

/** Casts to the vendor's classes, whose methods are final, and uses them. Arguments: URL, user, password. */
public final class SqlServerVendor {
    private SqlServerVendor() {}

    public static void main(String[] arguments) throws SQLException {
        Account account = Account.of(arguments);
        Server server = Products.server(account.url);
        for (int round = 1; round <= 3; round++) {
            try (Connection connection = account.connect()) {
                System.err.println("class " + connection.getClass().getName());
                casts(connection);
                statements((MsConnection) connection);
            }
            System.out.println("after casts: " + server.traces());
            setters(account);
            System.out.println("after setters: " + server.traces());
        }
    }

    private static void casts(Connection connection) throws SQLException {
        MsConnection cast = (MsConnection) connection;
        System.out.println("instance " + (connection instanceof MsConnection) + ", wrapper "
                + connection.isWrapperFor(MsConnection.class) + ", same "
                + (connection.unwrap(MsConnection.class) == connection) + ", equal " + cast.equals(connection)
                + ", client " + cast.getClientConnectionId() + ", catalog " + cast.getCatalog() + ", name "
                + cast.getApplicationName());
    }

    private static void statements(MsConnection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement prepared = connection.prepareStatement("SELECT 1")) {
            MsStatement cast = (MsStatement) statement;
            MsPreparedStatement castPrepared = (MsPreparedStatement) prepared;
            cast.setResponseBuffering("full");
            System.out.println(cast.getResponseBuffering() + ", " + castPrepared.getPreparedHandle() + ", "
                    + cast.executeQuery("SELECT 1").next() + ", " + cast.execute("SELECT 1") + ", "
                    + castPrepared.execute() + ", connections " + (cast.getConnection() == connection)
                    + (castPrepared.getConnection() == connection) + ", rows' statement "
                    + (cast.executeQuery("SELECT 1").getStatement() == statement));
        }
    }

    private static void setters(Account account) throws SQLException {
        try (MsConnection connection = (MsConnection) account.connect()) {
            System.out.println("fresh: " + connection.getSendStringParametersAsUnicode() + ", "
                    + connection.getApplicationName() + ", warnings " + connection.getWarnings());
            connection.setSendStringParametersAsUnicode(false);
        }
        try (MsConnection connection = (MsConnection) account.connect()) {
            System.out.println("unicode " + connection.getSendStringParametersAsUnicode());
            connection.setApplicationName("mine");
        }
        try (MsConnection connection = (MsConnection) account.connect()) {
            System.out.println("name " + connection.getApplicationName());
            connection.setClientInfo("ApplicationName", "mine");
            System.out.println("warned " + connection.getWarnings().getMessage());
            Session.run(connection, "CREATE TABLE #t (a INT)");
            Session.run(connection, "INSERT INTO #t VALUES (5)");
            System.out.println("temporary: " + Session.first(connection, "SELECT a FROM #t"));
        }
        try (Connection connection = account.connect()) {
            System.out.println("temporary: " + Session.first(connection, "SELECT a FROM #t"));
        } catch (SQLException e) {
            System.out.println("temporary: " + Products.describe(e));
        }
    }
}
