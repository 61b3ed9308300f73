package legacy.jmx;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.logging.LogManager;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import legacy.Account;
import legacy.Pause;
import legacy.net.Answers;

/**
 * Connects before it has set up its class loaders, as containers with modules may: the LogManager and the
 * MBeanServerBuilder that its properties name are in a folder that only its own loader sees. Arguments: URL, user,
 * password, the folder, the port of the agent's HTTP server.
 */
public final class LateContainer {
    private LateContainer() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        String health = "http://127.0.0.1:" + arguments[4] + "/health";
        account.connect().close();
        Pause.pass(3_000);
        System.out.println("served before=" + !isClosed(arguments[4]));
        URL folder = new File(arguments[3]).toURI().toURL();
        Thread.currentThread().setContextClassLoader(new URLClassLoader(new URL[] {folder}));
        System.out.println("manager=" + LogManager.getLogManager().getClass().getName());
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        System.out.println("made by=" + System.getProperty("late.builder"));
        ObjectName beans = new ObjectName("io.poolagent:*");
        System.out.println("beans="
                + Pause.until(10_000, () -> server.queryNames(beans, null).size() == 3));
        System.out.println(
                "served=" + Pause.until(10_000, () -> Answers.text(health).contains("healthy")));
        account.connect().close();
    }

    /** By a plain socket: a client of HTTP would start the JVM's logging. */
    private static boolean isClosed(String port) {
        try (java.net.Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port))) {
            return !socket.isConnected();
        } catch (IOException e) {
            return true;
        }
    }
}
