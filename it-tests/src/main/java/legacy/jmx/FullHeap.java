package legacy.jmx;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import legacy.Account;
import legacy.Pause;

/**
 * Fills seven tenths of its heap, which with what else there is are three quarters, keeps them for a while and lets them go, and prints what the agent's bean says of that.
 * Arguments: URL, user, password.
 */
public final class FullHeap {
    private static final int PIECE = 64 << 10;
    private static List<byte[]> kept = new ArrayList<>();

    private FullHeap() {}

    public static void main(String[] arguments) throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        ObjectName agent = new ObjectName("io.poolagent:type=Agent");
        Account.of(arguments).connect().close();
        Pause.until(10_000, () -> server.isRegistered(agent));
        List<String> heard = new CopyOnWriteArrayList<>();
        server.addNotificationListener(
                agent, (event, handback) -> heard.add(event.getType() + " " + event.getMessage()), null, null);
        System.out.println("before=" + server.getAttribute(agent, "State"));
        long wanted = Runtime.getRuntime().maxMemory() / 100 * 70;
        for (long held = 0; held < wanted; held += PIECE) {
            kept.add(new byte[PIECE]);
        }
        System.gc();
        System.out.println("full="
                + Pause.until(20_000, () -> server.getAttribute(agent, "State").equals("warning")));
        System.out.println("reason=" + server.getAttribute(agent, "StateReason"));
        System.out.println("recommendation="
                + server.getAttribute(agent, "Recommendations").toString().replaceAll("\\d+", "N"));
        kept = new ArrayList<>();
        System.gc();
        System.out.println("empty="
                + Pause.until(30_000, () -> server.getAttribute(agent, "State").equals("healthy")));
        Pause.until(5_000, () -> heard.size() >= 2);
        System.out.println("heard=" + heard.toString().replaceAll("\\d+%", "N%"));
    }
}
