package legacy.odd;

import static legacy.odd.Journal.times;

import java.sql.DriverManager;
import java.util.Properties;

/** Asks real drivers for what they cannot give. Arguments: URLs. */
public final class NoServer {
    private NoServer() {}

    public static void main(String[] arguments) throws Exception {
        for (String url : arguments) {
            times("nobody there, " + url, () -> DriverManager.getConnection(url, "me", "secret"));
            times(
                    "driver without URL, " + url,
                    () -> DriverManager.getDriver(url).connect(null, new Properties()));
            times(
                    "driver without properties, " + url,
                    () -> DriverManager.getDriver(url).connect(url, null));
            times(
                    "URL of another product, " + url,
                    () -> DriverManager.getDriver(url).connect("jdbc:something:else", new Properties()));
        }
    }
}
