package legacy.key;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.Callable;
import legacy.Account;

/**
 * Logs in with right and wrong passwords in turn, and prints what came of each. Arguments: URL, user, password.
 */
public final class WrongLogins {
    private WrongLogins() {}

    public static void main(String[] arguments) {
        Account account = Account.of(arguments);
        String url = account.url;
        for (int round = 1; round <= 2; round++) {
            attempt(round + ", wrong password", () -> DriverManager.getConnection(url, account.user, "wrong"));
            attempt(round + ", right password", account::connect);
            attempt(
                    round + ", wrong password again",
                    () -> DriverManager.getConnection(url, account.user, account.password + " "));
            attempt(round + ", other case", () -> DriverManager.getConnection(url, account.user, upper(account)));
            attempt(round + ", empty password", () -> DriverManager.getConnection(url, account.user, ""));
            attempt(round + ", no password", () -> DriverManager.getConnection(url, account.user, null));
            attempt(round + ", unknown user", () -> DriverManager.getConnection(url, "nobody", account.password));
            attempt(round + ", nothing", () -> DriverManager.getConnection(url, new Properties()));
            attempt(
                    round + ", wrong password in the URL",
                    () -> DriverManager.getConnection(new Account(url, account.user, "wrong").urlWithLogin()));
            attempt(round + ", right password in the URL", () -> DriverManager.getConnection(account.urlWithLogin()));
        }
    }

    private static String upper(Account account) {
        return account.password.toUpperCase(java.util.Locale.ROOT);
    }

    private static void attempt(String what, Callable<Connection> connect) {
        try (Connection connection = connect.call()) {
            System.out.println(
                    what + ": connected as " + connection.getMetaData().getUserName());
        } catch (SQLException e) {
            System.out.println(what + ": " + e.getClass().getName() + " " + e.getSQLState() + "/" + e.getErrorCode()
                    + " "
                    + e.getMessage()
                            .replaceAll("conn=\\d+", "conn=N")
                            .replaceAll("ClientConnectionId:[-0-9a-f]+", "ClientConnectionId"));
        } catch (Exception e) {
            System.out.println(what + ": " + e);
        }
    }
}
