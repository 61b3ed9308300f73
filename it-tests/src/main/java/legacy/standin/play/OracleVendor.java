package legacy.standin.play;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import legacy.Account;
import legacy.Session;
import legacy.standin.Server;
import legacy.standin.oracle.OraArray;
import legacy.standin.oracle.OraCallableStatement;
import legacy.standin.oracle.OraConnection;
import legacy.standin.oracle.OraPreparedStatement;
import legacy.standin.oracle.OraStatement;

/** Casts to the vendor's interfaces and uses what is behind them. Arguments: URL, user, password. */
public final class OracleVendor {
    private OracleVendor() {}

    public static void main(String[] arguments) throws SQLException {
        Account account = Account.of(arguments);
        Server server = Products.server(account.url);
        for (int round = 1; round <= 3; round++) {
            try (Connection connection = account.connect()) {
                System.err.println("class " + connection.getClass().getName());
                casts(connection);
                statements((OraConnection) connection);
            }
            System.out.println("after casts: " + server.traces());
            setters(account);
            System.out.println("after setters: " + server.traces());
            escapes(account);
            System.out.println("after escapes: " + server.traces());
        }
    }

    private static void casts(Connection connection) throws SQLException {
        OraConnection cast = (OraConnection) connection;
        OraConnection unwrapped = connection.unwrap(OraConnection.class);
        Map<Object, String> known = new HashMap<>();
        known.put(connection, "found");
        System.out.println("instance " + (connection instanceof OraConnection) + ", wrapper "
                + connection.isWrapperFor(OraConnection.class) + ", wrapper for a statement "
                + connection.isWrapperFor(OraStatement.class) + ", same " + (unwrapped == connection) + ", "
                + known.get(cast) + ", text " + connection.toString().equals(cast.toString()) + ", schema "
                + cast.getCurrentSchema());
        try {
            System.out.println(connection.unwrap(OraStatement.class));
        } catch (SQLException e) {
            System.out.println("no statement: " + Products.describe(e));
        }
    }

    private static void statements(OraConnection connection) throws SQLException {
        try (OraStatement statement = (OraStatement) connection.createStatement();
                OraPreparedStatement prepared =
                        (OraPreparedStatement) connection.prepareStatement("SELECT 1 FROM DUAL");
                OraCallableStatement call = (OraCallableStatement) connection.prepareCall("{BEGIN NULL; END;}")) {
            System.out.println("prefetch " + statement.getRowPrefetch() + ", " + prepared.getRowPrefetch());
            statement.setRowPrefetch(77);
            statement.defineColumnType(1, 12);
            prepared.registerReturnParameter(1, 4);
            prepared.setExecuteBatch(5);
            call.execute();
            System.out.println("prefetch " + statement.getRowPrefetch() + ", connections "
                    + (statement.getConnection() == connection) + (prepared.getConnection() == connection)
                    + (call.getConnection() == connection) + ", unwrapped "
                    + (statement.unwrap(OraStatement.class) == statement));
        }
    }

    /** What is set on a connection must not be there on the next one. */
    private static void setters(Account account) throws SQLException {
        try (OraConnection connection = (OraConnection) account.connect()) {
            System.out.println("fresh: prefetch " + connection.getDefaultRowPrefetch() + ", cache "
                    + connection.getStatementCacheSize() + ", zone " + connection.getSessionTimeZone() + ", module "
                    + connection.getEndToEndMetrics()[1] + ", proxy " + connection.isProxySession());
            connection.setDefaultRowPrefetch(500);
        }
        try (OraConnection connection = (OraConnection) account.connect()) {
            System.out.println("prefetch " + connection.getDefaultRowPrefetch());
            connection.setStatementCacheSize(30);
            connection.setSessionTimeZone("+02:00");
            connection.setEndToEndMetrics(new String[] {"act", "mod"}, (short) 0);
            System.out.println(
                    "module now " + Session.first(connection, "SELECT SYS_CONTEXT('USERENV', 'MODULE') FROM DUAL"));
        }
        try (OraConnection connection = (OraConnection) account.connect()) {
            System.out.println("cache " + connection.getStatementCacheSize());
            connection.setClientInfo("OCSID.MODULE", "mine");
        }
        try (OraConnection connection = (OraConnection) account.connect()) {
            System.out.println(
                    "client info " + connection.getClientInfo("OCSID.MODULE") + ", all " + connection.getClientInfo());
            connection.setSchema("OTHER");
        }
        try (OraConnection connection = (OraConnection) account.connect()) {
            System.out.println("schema " + connection.getCurrentSchema());
            connection.openProxySession("boss");
            System.out.println("proxy " + connection.isProxySession());
        }
    }

    /** Objects that lead to the connection past its handle. */
    private static void escapes(Account account) throws SQLException {
        OraArray array;
        Connection raw;
        try (OraConnection connection = (OraConnection) account.connect()) {
            array = connection.createARRAY("NUMBERS", new int[] {1});
            System.out.println(array.describe() + ", for an open one "
                    + !array.getOracleConnection().isClosed());
            raw = connection.unwrap().physicalConnectionWithin();
            System.out.println("raw open " + !raw.isClosed());
            connection.setAutoCommit(false);
        }
        try (Connection next = account.connect()) {
            System.out.println("raw closed " + raw.isClosed());
            try {
                System.out.println(array.describe());
            } catch (SQLException e) {
                System.out.println("array: " + Products.describe(e));
            }
            try {
                raw.setAutoCommit(false);
            } catch (SQLException e) {
                System.out.println("raw: " + Products.describe(e));
            }
            System.out.println("next " + next.getAutoCommit());
        }
    }
}
