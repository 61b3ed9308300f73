package legacy.jmx;

import java.lang.management.ManagementFactory;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import legacy.Account;
import legacy.Pause;

/**
 * Connects, makes an MBeanServer that is not the platform's, and the platform's much later, by a builder of its own.
 * Arguments: URL, user, password.
 */
public final class OwnServer {
    private OwnServer() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        account.connect().close();
        Pause.pass(2_500);
        System.out.println("made before=" + OwnBuilder.THREADS);
        MBeanServer own = MBeanServerFactory.createMBeanServer("own");
        Pause.pass(2_500);
        System.out.println("beans in own=" + beans(own));
        MBeanServer platform = ManagementFactory.getPlatformMBeanServer();
        Pause.until(10_000, () -> beans(platform) == 3);
        System.out.println("beans in platform=" + beans(platform));
        System.out.println("beans in own at last=" + beans(own));
        System.out.println("made by=" + OwnBuilder.THREADS);
    }

    private static int beans(MBeanServer server) throws Exception {
        return server.queryNames(new ObjectName("io.poolagent:*"), null).size();
    }
}
