package io.poolagent.sample.observe;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Finds out how a server can be observed. */
public final class ServerObservers {

    private ServerObservers() {}

    /**
     * An observer with a login of its own.
     *
     * @param url the database
     * @param user the observer's user, or null when the URL names it
     * @param password the observer's password, or null when the URL holds it
     * @param applicationUser the user whose connections count, or null for the observer's own user
     * @return an observer that may know nothing: Derby and SQLite cannot be asked
     */
    public static ServerObserver open(
            String url, @Nullable String user, @Nullable String password, @Nullable String applicationUser)
            throws SQLException {
        SessionNumberView.Connector connector = () -> DriverManager.getConnection(url, properties(url, user, password));
        if (url.startsWith("jdbc:postgresql:")) {
            return new SamplingObserver(new PostgresView(connector.connect(), quoted(applicationUser, "current_user")));
        } else if (url.startsWith("jdbc:mariadb:") || url.startsWith("jdbc:mysql:")) {
            String ownUser = "SUBSTRING_INDEX(USER(), '@', 1)";
            return new SamplingObserver(new MySqlView(connector.connect(), quoted(applicationUser, ownUser)));
        } else if (url.startsWith("jdbc:h2:")) {
            return new SamplingObserver(new SessionNumberView(
                    connector,
                    "SELECT SESSION_ID()",
                    "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID <> SESSION_ID() AND USER_NAME = "
                            + quoted(upper(applicationUser), "CURRENT_USER")));
        } else if (url.startsWith("jdbc:hsqldb:")) {
            return new SamplingObserver(new SessionNumberView(
                    connector,
                    "CALL SESSION_ID()",
                    "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SYSTEM_SESSIONS"
                            + " WHERE SESSION_ID <> SESSION_ID() AND USER_NAME = "
                            + quoted(upper(applicationUser), "CURRENT_USER")));
        }
        return ServerObserver.NONE;
    }

    private static Properties properties(String url, @Nullable String user, @Nullable String password) {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
            properties.setProperty("password", password == null ? "" : password);
        }
        if (url.startsWith("jdbc:postgresql:")) {
            properties.setProperty("ApplicationName", "shop-observer");
        }
        return properties;
    }

    private static String quoted(@Nullable String user, String otherwise) {
        return user == null ? otherwise : "'" + user.replace("'", "''") + "'";
    }

    private static @Nullable String upper(@Nullable String user) {
        return user == null ? null : user.toUpperCase(Locale.ROOT);
    }
}
