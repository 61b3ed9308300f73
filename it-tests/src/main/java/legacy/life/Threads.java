package legacy.life;

import java.sql.Connection;
import java.util.Map;
import java.util.TreeMap;
import legacy.Account;
import legacy.Pause;
import legacy.Session;

/**
 * Connects from a thread with everything that a new thread could inherit, and prints all threads: {@code name=daemon,
 * priority, context class loader}; and how often its inheritable value was inherited. Arguments: URL, user, password,
 * and how many threads to wait for at most 0.3 s.
 */
public final class Threads {
    private static int inherited;

    private static final InheritableThreadLocal<String> VALUE = new InheritableThreadLocal<String>() {
        @Override
        protected String childValue(String parent) {
            inherited++;
            return parent;
        }
    };

    private Threads() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        Thread.currentThread().setPriority(Thread.MAX_PRIORITY);
        VALUE.set("of main");
        inherited = 0;
        for (int i = 0; i < 3; i++) {
            try (Connection connection = account.connect()) {
                Session.first(connection, "SELECT 1");
            }
        }
        int expected = Integer.parseInt(arguments[3]);
        Pause.until(300, () -> Thread.getAllStackTraces().size() >= expected);
        Map<String, String> threads = new TreeMap<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            ClassLoader loader = thread.getContextClassLoader();
            threads.put(
                    thread.getName(),
                    thread.isDaemon() + "," + thread.getPriority() + "," + (loader == null ? "none" : "a loader"));
        }
        for (Map.Entry<String, String> thread : threads.entrySet()) {
            System.out.println("thread " + thread.getKey() + "=" + thread.getValue());
        }
        System.out.println("inherited=" + inherited);
    }
}
