package legacy.key;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import legacy.Account;
import legacy.Session;
import org.h2.jdbcx.JdbcDataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * Changes a data source that makes its connections itself, by its setters, and prints the user that the server sees and
 * whether the session is a new one. Arguments: URL, user, password, another user with the same password.
 */
public final class SourceSetters {
    private static String before = "";

    private SourceSetters() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        String other = arguments[3];
        if (account.url.startsWith("jdbc:h2:")) {
            JdbcDataSource source = new JdbcDataSource();
            change(source, account, other, source::setURL, source::setUser, source::setPassword);
        } else if (account.url.startsWith("jdbc:mariadb:")) {
            MariaDbDataSource source = new MariaDbDataSource();
            change(source, account, other, source::setUrl, source::setUser, source::setPassword);
        } else {
            MysqlDataSource source = new MysqlDataSource();
            change(source, account, other, source::setURL, source::setUser, source::setPassword);
        }
    }

    /** A setter, some of which throw. */
    private interface Setter {
        void set(String value) throws SQLException;
    }

    private static void change(
            DataSource source, Account account, String other, Setter url, Setter user, Setter password)
            throws SQLException {
        url.set(account.url);
        user.set(account.user);
        password.set(account.password);
        look("first", source, account);
        look("second", source, account);
        user.set(other);
        look("another user", source, account);
        user.set(account.user);
        look("the old user", source, account);
        password.set("wrong");
        look("wrong password", source, account);
        password.set(account.password);
        look("right password", source, account);
        boolean h2 = account.url.startsWith("jdbc:h2:");
        url.set((h2 ? account.plus("LOCK_TIMEOUT", "1234") : account.plus("socketTimeout", "12345")).url);
        look("another URL", source, account);
        try (Connection connection = source.getConnection(other, account.password)) {
            System.out.println("user by argument=" + Session.first(connection, "SELECT CURRENT_USER"));
        }
    }

    private static void look(String what, DataSource source, Account account) {
        try (Connection connection = source.getConnection()) {
            String session = Session.id(connection, account.url);
            System.out.println(what + "=" + Session.first(connection, "SELECT CURRENT_USER") + ", "
                    + (session.equals(before) ? "session as before" : "other session than before"));
            before = session;
        } catch (SQLException e) {
            System.out.println(what + "=" + e.getClass().getName() + " " + e.getSQLState());
        }
    }
}
