package legacy.options;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import legacy.Account;
import legacy.Pause;

/**
 * A server with a driver that runs an application with a slf4j of its own, and undeploys it. Prints whether the
 * application was collected, then connects by itself. Arguments: URL, user, password, URLs of the application's jars.
 */
public final class Undeployed {
    private Undeployed() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        Class.forName("org.h2.Driver");
        URL[] jars = new URL[arguments.length - 3];
        for (int i = 0; i < jars.length; i++) {
            jars[i] = new URL(arguments[i + 3]);
        }
        WeakReference<ClassLoader> application = serve(account, jars);
        System.out.println("collected="
                + Pause.until(20_000, () -> {
                    System.gc();
                    return application.get() == null;
                }));
        account.connect().close();
        account.plus("LOCK_TIMEOUT", "2000").connect().close();
    }

    private static WeakReference<ClassLoader> serve(Account account, URL[] jars) throws Exception {
        ClassLoader loader =
                new URLClassLoader(jars, ClassLoader.getSystemClassLoader().getParent());
        Thread request = new Thread(() -> {
            try {
                Class.forName("org.slf4j.LoggerFactory", true, loader)
                        .getMethod("getLogger", String.class)
                        .invoke(null, "legacy");
                account.connect().close();
                Pause.pass(500);
            } catch (Exception e) {
                System.out.println(e);
            }
        });
        request.setContextClassLoader(loader);
        request.start();
        request.join();
        return new WeakReference<>(loader);
    }
}
