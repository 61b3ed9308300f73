package legacy.standin.play;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import legacy.Account;
import legacy.Session;
import legacy.standin.Product;
import legacy.standin.Server;

/**
 * Logs in as one and as another, with roles, and until the server is full, and prints what came of each; on standard
 * error, how many logins the server saw. Arguments: URL, user, password.
 */
public final class Logins {
    private static final int LIMIT = 3;

    private Logins() {}

    public static void main(String[] arguments) throws SQLException {
        Account account = Account.of(arguments);
        Server server = Products.server(account.url);
        for (int round = 1; round <= 3; round++) {
            connect(account, info(account, "internal_logon", "sysdba"));
            connect(account, info(account, "user", "sys as sysdba"));
            connect(account, info(account, "internal_logon", "SYSOPER"));
            connect(account, info(account, "user", Product.OTHER_USER));
            connect(account, info(account, "password", "wrong"));
        }
        System.err.println("logins " + server.logins() + ", sessions " + server.sessions());
        full(new Account(account.url + "limit" + LIMIT, account.user, account.password), server);
    }

    /** Idle connections of one user must not take the places of another. */
    private static void full(Account account, Server server) throws SQLException {
        Account other = new Account(account.url, Product.OTHER_USER, account.password);
        for (int round = 1; round <= 2; round++) {
            for (Account each : new Account[] {account, other}) {
                List<Connection> held = new ArrayList<>();
                try {
                    while (held.size() < 2 * LIMIT) {
                        held.add(each.connect());
                    }
                } catch (SQLException e) {
                    System.out.println("full: " + Products.describe(e));
                }
                System.out.println("held " + held.size() + " of " + server.sessions());
                for (Connection connection : held) {
                    connection.close();
                }
            }
        }
    }

    private static Properties info(Account account, String name, String value) {
        Properties info = new Properties();
        info.setProperty("user", account.user);
        info.setProperty("password", account.password);
        info.setProperty(name, value);
        return info;
    }

    private static void connect(Account account, Properties info) {
        info.setProperty("password", info.getProperty("password"));
        try (Connection connection = DriverManager.getConnection(account.url, info)) {
            System.err.println(info.getProperty("user") + " " + info.getProperty("internal_logon") + ": session "
                    + Session.id(connection, account.url));
            System.out.println(info.getProperty("user") + ": as "
                    + connection.getMetaData().getUserName());
        } catch (SQLException e) {
            System.out.println(info.getProperty("user") + ": " + Products.describe(e));
        }
    }
}
