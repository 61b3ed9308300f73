package legacy.key;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import legacy.Account;
import legacy.Session;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connects to PostgreSQL with small differences, and prints for each whether the session is that of the first connect
 * ({@code same}) or another, and what the server says of it. Arguments: URL, user, password, another user with the same
 * password.
 */
public final class Variations {
    private static String first;

    private Variations() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        Account other = new Account(account.url, arguments[3], account.password);
        first = look(account::connect, "SELECT pg_backend_pid()");
        say("again", account::connect, "SELECT current_user");
        properties(account, other);
        stateOfTheJvm(account);
        dataSource(account, other);
        say("at the end", account::connect, "SELECT current_user");
    }

    private static void properties(Account account, Account other) throws Exception {
        say(
                "equal properties",
                () -> DriverManager.getConnection(account.url, account.properties()),
                "SELECT current_user");
        say("another user", other::connect, "SELECT current_user");
        Properties more = account.properties();
        more.setProperty("ApplicationName", "one more");
        say(
                "one more property",
                () -> DriverManager.getConnection(account.url, more),
                "SELECT current_setting('application_name')");
        more.setProperty("ApplicationName", "changed");
        say(
                "a changed property",
                () -> DriverManager.getConnection(account.url, more),
                "SELECT current_setting('application_name')");
        more.remove("ApplicationName");
        say("the property removed", () -> DriverManager.getConnection(account.url, more), "SELECT current_user");
        more.setProperty("user", other.user);
        say(
                "another user in the same object",
                () -> DriverManager.getConnection(account.url, more),
                "SELECT current_user");
        say(
                "properties behind properties",
                () -> DriverManager.getDriver(account.url).connect(account.url, new Properties(account.properties())),
                "SELECT current_user");
        say(
                "other properties behind properties",
                () -> DriverManager.getDriver(account.url).connect(account.url, new Properties(other.properties())),
                "SELECT current_user");
        Account parameter = account.plus("ApplicationName", "in the URL");
        say("a parameter in the URL", parameter::connect, "SELECT current_setting('application_name')");
    }

    private static void stateOfTheJvm(Account account) throws Exception {
        TimeZone zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
        say("another time zone", account::connect, "SELECT current_setting('TimeZone')");
        TimeZone.setDefault(zone);
        say("the old time zone", account::connect, "SELECT current_user");
        Locale locale = Locale.getDefault();
        Locale.setDefault(Locale.JAPAN);
        say("another locale", account::connect, "SELECT current_user");
        Locale.setDefault(locale);
        say("the old locale", account::connect, "SELECT current_user");
        DriverManager.setLoginTimeout(7);
        say("another login timeout", account::connect, "SELECT current_user");
        DriverManager.setLoginTimeout(0);
        say("the old login timeout", account::connect, "SELECT current_user");
    }

    private static void dataSource(Account account, Account other) throws Exception {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(account.url);
        source.setUser(account.user);
        source.setPassword(account.password);
        first = look(source::getConnection, "SELECT pg_backend_pid()");
        say("source again", source::getConnection, "SELECT current_user");
        source.setApplicationName("by a setter");
        say("after a setter", source::getConnection, "SELECT current_setting('application_name')");
        source.setUser(other.user);
        say("another user by a setter", source::getConnection, "SELECT current_user");
        say(
                "another user by argument",
                () -> source.getConnection(account.user, account.password),
                "SELECT current_user");
        PGSimpleDataSource equal = new PGSimpleDataSource();
        equal.setUrl(account.url);
        equal.setUser(account.user);
        equal.setPassword(account.password);
        say("another source with equal values", equal::getConnection, "SELECT current_user");
        first = look(account::connect, "SELECT pg_backend_pid()");
    }

    private static void say(String what, Callable<Connection> connect, String query) throws Exception {
        try (Connection connection = connect.call()) {
            String session = Session.first(connection, "SELECT pg_backend_pid()");
            System.out.println(what + "=" + (session.equals(first) ? "same" : "another") + ", "
                    + Session.first(connection, query));
        }
    }

    private static String look(Callable<Connection> connect, String query) throws Exception {
        try (Connection connection = connect.call()) {
            return Session.first(connection, query);
        }
    }
}
