package legacy.leak;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.util.function.Consumer;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import legacy.Account;
import legacy.Pause;

/**
 * A server with the driver that undeploys an application whose class keeps a connection: the class is garbage then, and the
 * connection with it. Arguments: URL, user, password.
 */
public final class Redeployed {
    private Redeployed() {}

    public static void main(String[] arguments) throws Exception {
        WeakReference<ClassLoader> application = deploy(arguments);
        System.out.println("collected="
                + Pause.until(20_000, () -> {
                    System.gc();
                    return application.get() == null;
                }));
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName leaks = new ObjectName("io.poolagent:type=Leaks");
        System.out.println("proven="
                + Pause.until(20_000, () -> {
                    System.gc();
                    return server.isRegistered(leaks) && (Long) server.getAttribute(leaks, "Proven") == 1;
                }));
    }

    @SuppressWarnings("unchecked")
    private static WeakReference<ClassLoader> deploy(String[] arguments) throws Exception {
        ClassLoader loader = new Own();
        Object job = Class.forName(Job.class.getName(), true, loader)
                .getConstructor()
                .newInstance();
        ((Consumer<String[]>) job).accept(arguments);
        return new WeakReference<>(loader);
    }

    /** The application's class. */
    public static final class Job implements Consumer<String[]> {
        static Connection kept;

        @Override
        public void accept(String[] arguments) {
            try {
                kept = Account.of(arguments).connect();
                kept.createStatement().execute("SELECT 1");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Defines that class itself. */
    private static final class Own extends ClassLoader {
        Own() {
            super(Redeployed.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals("legacy.leak.Redeployed$Job")) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                for (int next = in.read(); next >= 0; next = in.read()) {
                    bytes.write(next);
                }
                return known != null ? known : defineClass(name, bytes.toByteArray(), 0, bytes.size());
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
