package legacy.entry;

import java.sql.Driver;
import java.sql.DriverManager;
import java.util.Map;
import legacy.Account;
import org.apache.ibatis.datasource.unpooled.UnpooledDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** The data sources of frameworks that connect anew at each call. */
final class FrameworkWays {
    private FrameworkWays() {}

    static void addTo(Map<String, Way> ways) {
        ways.put(
                "MyBatis UnpooledDataSource.getConnection()",
                account -> unpooled(account).getConnection());
        ways.put(
                "MyBatis UnpooledDataSource.getConnection(user,password)",
                account -> unpooled(account).getConnection(account.user, account.password));
        ways.put(
                "Spring DriverManagerDataSource.getConnection()",
                account -> new DriverManagerDataSource(account.url, account.user, account.password).getConnection());
        ways.put(
                "Spring DriverManagerDataSource.getConnection(user,password)",
                account -> new DriverManagerDataSource(account.url).getConnection(account.user, account.password));
        ways.put(
                "Spring SimpleDriverDataSource.getConnection()",
                account -> new SimpleDriverDataSource(driver(account), account.url, account.user, account.password)
                        .getConnection());
        ways.put(
                "Spring SimpleDriverDataSource.getConnection(user,password)",
                account -> new SimpleDriverDataSource(driver(account), account.url)
                        .getConnection(account.user, account.password));
    }

    private static UnpooledDataSource unpooled(Account account) throws Exception {
        return new UnpooledDataSource(
                driver(account).getClass().getName(), account.url, account.user, account.password);
    }

    private static Driver driver(Account account) throws Exception {
        return DriverManager.getDriver(account.url);
    }
}
