package legacy.jmx;

import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Driver;
import java.util.Set;
import java.util.TreeSet;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import legacy.Account;
import legacy.Pause;

/**
 * Two web applications, each with its own copy of a driver, connect to the same place; the first is undeployed, and a
 * third comes. Arguments: URL, user, password, URL of the driver's jar.
 */
public final class TwoApplications {
    private TwoApplications() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        URL jar = new URL(arguments[3]);
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ClassLoader first = deploy(account, jar);
        ClassLoader second = deploy(account, jar);
        Pause.until(5_000, () -> names(server).size() == 2);
        System.out.println("both=" + names(server));
        WeakReference<ClassLoader> gone = undeploy(first);
        first = null;
        Pause.until(10_000, () -> names(server).size() == 1);
        System.out.println("after the first went=" + names(server));
        System.out.println("collected="
                + Pause.until(20_000, () -> {
                    System.gc();
                    return gone.get() == null;
                }));
        ClassLoader third = deploy(account, jar);
        Pause.until(5_000, () -> names(server).size() == 2);
        System.out.println("with the third=" + names(server).size());
        System.out.println("loaders=" + (second == third ? 1 : 2));
    }

    private static ClassLoader deploy(Account account, URL jar) throws Exception {
        ClassLoader loader = new URLClassLoader(
                new URL[] {jar}, ClassLoader.getSystemClassLoader().getParent());
        Driver driver = Class.forName("org.h2.Driver", true, loader)
                .asSubclass(Driver.class)
                .getConstructor()
                .newInstance();
        driver.connect(account.url, account.properties()).close();
        return loader;
    }

    private static WeakReference<ClassLoader> undeploy(ClassLoader loader) throws Exception {
        Class.forName("org.h2.Driver", true, loader).getMethod("unload").invoke(null);
        return new WeakReference<>(loader);
    }

    private static Set<String> names(MBeanServer server) throws Exception {
        Set<String> names = new TreeSet<>();
        for (ObjectName each : server.queryNames(new ObjectName("io.poolagent:type=Pool,*"), null)) {
            names.add(ObjectName.unquote(each.getKeyProperty("name")));
        }
        return names;
    }
}
