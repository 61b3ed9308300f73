package legacy.pools;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.sql.DataSource;
import legacy.Account;
import legacy.Pause;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;

/**
 * Own pools of one connection refuse the second acquire after a short while; then one of them can not log in. Prints what each
 * threw, and what its MBean counts. Arguments: URL, user, password.
 */
public final class Refused {
    private static final int MILLIS = 300;

    private Refused() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        refuse("HikariCP", hikari(account));
        BasicDataSource dbcp = dbcp(account);
        refuse("Commons DBCP", dbcp);
        PoolProperties properties = new PoolProperties();
        properties.setUrl(account.url);
        properties.setUsername(account.user);
        properties.setPassword(account.password);
        properties.setDriverClassName(
                DriverManager.getDriver(account.url).getClass().getName());
        properties.setInitialSize(1);
        properties.setMinIdle(1);
        properties.setMaxIdle(1);
        properties.setMaxActive(1);
        properties.setMaxWait(MILLIS);
        refuse("Tomcat", new org.apache.tomcat.jdbc.pool.DataSource(properties));
        BasicDataSource locked = dbcp(new Account(account.url, account.user, "wrong"));
        System.out.println("locked=" + outcome(locked));
        print("locked", "Commons DBCP", "shop #2");
        System.out.println("again=" + outcome(dbcp));
    }

    private static HikariDataSource hikari(Account account) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(account.url);
        config.setUsername(account.user);
        config.setPassword(account.password);
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(MILLIS);
        return new HikariDataSource(config);
    }

    private static BasicDataSource dbcp(Account account) {
        BasicDataSource pool = new BasicDataSource();
        pool.setUrl(account.url);
        pool.setUsername(account.user);
        pool.setPassword(account.password);
        pool.setMaxTotal(1);
        pool.setMaxWait(java.time.Duration.ofMillis(MILLIS));
        return pool;
    }

    private static void refuse(String name, DataSource pool) throws Exception {
        try (Connection connection = pool.getConnection()) {
            System.out.println(name + "=" + outcome(pool) + " " + connection.isClosed());
        }
        print(name, name, "");
    }

    private static String outcome(DataSource pool) {
        try {
            pool.getConnection().close();
            return "connected";
        } catch (SQLException | RuntimeException e) {
            return e.getClass().getName();
        }
    }

    /** Of the library's pool whose name ends so. */
    private static void print(String name, String library, String end) throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName pattern =
                new ObjectName("io.poolagent:type=ForeignPool,library=\"" + library + "*\",name=\"*" + end + "\",*");
        boolean there =
                Pause.until(3_000, () -> !server.queryNames(pattern, null).isEmpty());
        StringBuilder text = new StringBuilder();
        for (String each : new String[] {"Acquires", "Timeouts", "Errors", "LastError"}) {
            text.append(
                            there
                                    ? server.getAttribute(
                                            server.queryNames(pattern, null)
                                                    .iterator()
                                                    .next(),
                                            each)
                                    : "none")
                    .append(' ');
        }
        System.out.println(name + " figures=" + text.toString().trim());
    }
}
