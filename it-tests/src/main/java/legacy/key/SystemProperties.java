package legacy.key;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import legacy.Account;
import legacy.Session;

/**
 * Leaves the password to PostgreSQL's driver, which looks for a file of passwords, or the user to MariaDB's, which takes
 * the system's user. Arguments: URL, user, password, another user with the same password, a folder.
 */
public final class SystemProperties {
    private SystemProperties() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        if (account.url.startsWith("jdbc:postgresql:")) {
            passwordFile(account, new File(arguments[4]));
        } else {
            systemsUser(account, arguments[3]);
        }
    }

    private static void passwordFile(Account account, File folder) throws IOException {
        Properties user = account.properties();
        user.remove("password");
        System.setProperty("org.postgresql.pgpassfile", write(folder, "right", account.password));
        attempt("right file", account.url, user);
        attempt("right file again", account.url, user);
        System.setProperty("org.postgresql.pgpassfile", write(folder, "wrong", "nonsense"));
        attempt("another file", account.url, user);
        System.setProperty("org.postgresql.pgpassfile", write(folder, "right", account.password));
        attempt("right file at the end", account.url, user);
        write(folder, "right", "nonsense too");
        attempt("the same file with another password", account.url, user);
    }

    private static void systemsUser(Account account, String other) {
        Properties password = account.properties();
        password.remove("user");
        System.setProperty("user.name", account.user);
        attempt("user of the system", account.url, password);
        attempt("user of the system again", account.url, password);
        System.setProperty("user.name", other);
        attempt("another user of the system", account.url, password);
    }

    private static void attempt(String what, String url, Properties info) {
        try (Connection connection = DriverManager.getConnection(url, info)) {
            System.out.println(what + "=" + Session.first(connection, "SELECT CURRENT_USER"));
        } catch (SQLException e) {
            System.out.println(what + "=" + e.getSQLState() + " " + e.getMessage());
        }
    }

    private static String write(File folder, String name, String password) throws IOException {
        File file = new File(folder, name);
        Files.write(file.toPath(), ("*:*:*:*:" + password + "\n").getBytes(StandardCharsets.UTF_8));
        return file.getPath();
    }
}
