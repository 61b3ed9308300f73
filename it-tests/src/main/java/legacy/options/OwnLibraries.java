package legacy.options;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.util.Properties;
import legacy.Account;
import legacy.Holding;
import legacy.Session;
import org.slf4j.LoggerFactory;

/**
 * Uses a pool and a logging library of its own, configured by system properties and files on its class path, and next to
 * them DriverManager as old code does. Arguments: URL, user, password, connections at once.
 */
public final class OwnLibraries {
    private OwnLibraries() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        LoggerFactory.getLogger("legacy").info("the application's own line");
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(account.url);
        config.setUsername(account.user);
        config.setPassword(account.password);
        System.out.println("own pool=" + config.getPoolName() + " " + config.getMaximumPoolSize());
        Properties unusual = config.getDataSourceProperties();
        System.out.println("own properties=" + unusual.size());
        try (HikariDataSource pool = new HikariDataSource(config);
                Connection connection = pool.getConnection()) {
            System.out.println("own query=" + Session.first(connection, "SELECT 7"));
        }
        Holding.main(arguments);
    }
}
