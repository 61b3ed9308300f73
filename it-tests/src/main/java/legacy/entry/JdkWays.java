package legacy.entry;

import java.sql.DriverManager;
import java.util.Map;

/** What the JDK offers. */
final class JdkWays {
    private JdkWays() {}

    static void addTo(Map<String, Way> ways) {
        ways.put("DriverManager.getConnection(url)", account -> DriverManager.getConnection(account.urlWithLogin()));
        ways.put(
                "DriverManager.getConnection(url,info)",
                account -> DriverManager.getConnection(account.url, account.properties()));
        ways.put(
                "DriverManager.getConnection(url,user,password)",
                account -> DriverManager.getConnection(account.url, account.user, account.password));
        ways.put(
                "Driver.connect",
                account -> DriverManager.getDriver(account.url).connect(account.url, account.properties()));
        ways.put(
                "Driver.connect, new driver",
                account -> DriverManager.getDriver(account.url)
                        .getClass()
                        .getConstructor()
                        .newInstance()
                        .connect(account.url, account.properties()));
    }
}
