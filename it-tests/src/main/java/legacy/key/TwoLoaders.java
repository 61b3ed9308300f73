package legacy.key;

import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.Driver;
import java.util.LinkedHashSet;
import java.util.Set;
import legacy.Account;
import legacy.Session;

/**
 * Connects by two copies of a driver, each in a class loader of its own, as web applications do. Arguments: URL, user,
 * password, URL of the driver's jar.
 */
public final class TwoLoaders {
    private TwoLoaders() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        URL[] jar = {new URL(arguments[3])};
        try (URLClassLoader one = new URLClassLoader(jar, platform());
                URLClassLoader other = new URLClassLoader(jar, platform())) {
            Set<String> all = new LinkedHashSet<>(serve("one", account, one));
            all.addAll(serve("other", account, other));
            all.addAll(serve("one again", account, one));
            System.out.println("sessions of both=" + all.size());
        }
    }

    /** The loader of the JDK's own classes, which on Java 9 and up is another than the bootstrap loader. */
    private static ClassLoader platform() {
        return ClassLoader.getSystemClassLoader().getParent();
    }

    private static Set<String> serve(String name, Account account, ClassLoader loader) throws Exception {
        Class<?> type = Class.forName("org.postgresql.jdbc.PgConnection", false, loader);
        Driver driver = Class.forName("org.postgresql.Driver", true, loader)
                .asSubclass(Driver.class)
                .getConstructor()
                .newInstance();
        Set<String> sessions = new LinkedHashSet<>();
        boolean own = true;
        for (int i = 0; i < 3; i++) {
            try (Connection connection = driver.connect(account.url, account.properties())) {
                sessions.add(Session.id(connection, account.url));
                own &= type.isInstance(connection);
            }
        }
        System.out.println(name + "=" + sessions.size() + " sessions, own class " + own);
        return sessions;
    }
}
