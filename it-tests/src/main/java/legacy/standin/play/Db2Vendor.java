package legacy.standin.play;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import legacy.Account;
import legacy.Session;
import legacy.standin.Server;
import legacy.standin.db2.AmConnection;
import legacy.standin.db2.AmStatement;
import legacy.standin.db2.DbConnection;
import legacy.standin.db2.T4b;

/** Casts to the vendor's interface and classes, and uses them. Arguments: URL, user, password. */
public final class Db2Vendor {
    private Db2Vendor() {}

    public static void main(String[] arguments) throws SQLException {
        Account account = Account.of(arguments);
        Server server = Products.server(account.url);
        for (int round = 1; round <= 3; round++) {
            try (Connection connection = account.connect()) {
                System.err.println("class " + connection.getClass().getName());
                casts(connection);
            }
            unitOfWork(account);
            System.out.println("after work: " + server.traces());
            setters(account);
            System.out.println("after setters: " + server.traces());
        }
    }

    private static void casts(Connection connection) throws SQLException {
        DbConnection cast = (DbConnection) connection;
        AmConnection byClass = (AmConnection) connection;
        System.out.println("instances " + (connection instanceof T4b) + (connection instanceof DbConnection)
                + ", wrapper " + connection.isWrapperFor(DbConnection.class) + ", same "
                + (connection.unwrap(DbConnection.class) == connection) + ", from " + ((T4b) byClass).getDB2Correlator()
                + ", work " + cast.isInDB2UnitOfWork() + ", user " + cast.getDB2ClientUser());
        try (Statement statement = connection.createStatement()) {
            System.out.println("serial " + ((AmStatement) statement).getIDSSerial() + ", connection "
                    + (statement.getConnection() == byClass));
        }
    }

    /** Even a question begins a unit of work, and close is refused until it has ended. */
    private static void unitOfWork(Account account) throws SQLException {
        DbConnection connection = (DbConnection) account.connect();
        connection.setAutoCommit(false);
        System.out.println(connection.getSchema() + ", work " + connection.isInDB2UnitOfWork());
        for (int attempt = 1; attempt <= 2; attempt++) {
            try {
                connection.close();
            } catch (SQLException e) {
                System.out.println(attempt + ": " + Products.describe(e) + ", closed " + connection.isClosed()
                        + ", still good for " + Session.first(connection, "VALUES CURRENT SCHEMA"));
            }
        }
        connection.rollback();
        connection.close();
        System.out.println("closed " + connection.isClosed());
    }

    private static void setters(Account account) throws SQLException {
        try (DbConnection connection = (DbConnection) account.connect()) {
            System.out.println("fresh: user " + connection.getDB2ClientUser() + ", application "
                    + connection.getClientInfo("ApplicationName") + ", schema " + connection.getSchema());
            connection.setDB2ClientUser("boss");
        }
        try (DbConnection connection = (DbConnection) account.connect()) {
            System.out.println("user " + connection.getDB2ClientUser());
            connection.setClientInfo("ApplicationName", "mine");
        }
        try (DbConnection connection = (DbConnection) account.connect()) {
            System.out.println("application " + connection.getClientInfo("ApplicationName"));
            connection.setSchema("OTHER");
        }
        try (DbConnection connection = (DbConnection) account.connect()) {
            System.out.println("schema " + connection.getSchema());
        }
    }
}
