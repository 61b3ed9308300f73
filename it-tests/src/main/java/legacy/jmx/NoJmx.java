package legacy.jmx;

import javax.management.MBeanServerFactory;
import legacy.Account;
import legacy.Pause;

/**
 * Connects and never uses JMX, but for the question at its end which MBeanServers there are. Arguments: URL, user,
 * password, milliseconds.
 */
public final class NoJmx {
    private NoJmx() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        for (int i = 0; i < 3; i++) {
            account.connect().close();
        }
        Pause.pass(Long.parseLong(arguments[3]));
        System.out.println();
        System.out.println("servers=" + MBeanServerFactory.findMBeanServer(null).size());
    }
}
