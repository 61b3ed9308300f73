package legacy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Where a program connects, and as whom. */
public final class Account {
    public final String url;
    public final String user;
    public final String password;

    public Account(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** The first three arguments of a program. */
    public static Account of(String[] arguments) {
        return new Account(arguments[0], arguments[1], arguments[2]);
    }

    /** The way in which most old programs connect. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** The same account with something appended to the URL, in the syntax of its product. */
    public Account plus(String name, String value) {
        boolean semicolons =
                url.startsWith("jdbc:h2:") || url.startsWith("jdbc:hsqldb:") || url.startsWith("jdbc:derby:");
        String separator = semicolons ? ";" : url.indexOf('?') < 0 ? "?" : "&";
        return new Account(url + separator + name + "=" + value, user, password);
    }

    /** The same place with the login in the URL. */
    public String urlWithLogin() {
        return url.startsWith("jdbc:h2:")
                ? plus("USER", user).plus("PASSWORD", password).url
                : plus("user", user).plus("password", password).url;
    }

    public Properties properties() {
        Properties info = new Properties();
        info.setProperty("user", user);
        info.setProperty("password", password);
        return info;
    }
}
