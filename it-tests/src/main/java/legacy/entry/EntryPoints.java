package legacy.entry;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import legacy.Account;
import legacy.Session;

/**
 * Serves a few requests in each way to connect, and prints for each way the server's session numbers and the class of
 * the connections: {@code way=1,1,1,1 class}. Arguments: URL, user, password, and {@code frameworks} for those too.
 */
public final class EntryPoints {
    private static final int REQUESTS = 4;

    private EntryPoints() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        Map<String, Way> ways = new LinkedHashMap<>();
        JdkWays.addTo(ways);
        VendorWays.addTo(ways, account.url);
        if (arguments.length > 3) {
            FrameworkWays.addTo(ways);
        }
        for (Map.Entry<String, Way> way : ways.entrySet()) {
            List<String> sessions = new ArrayList<>();
            String type = "";
            for (int i = 0; i < REQUESTS; i++) {
                Connection connection = way.getValue().open(account);
                try {
                    sessions.add(Session.id(connection, account.url));
                    type = connection.getClass().getName();
                } finally {
                    connection.close();
                }
            }
            System.out.println(way.getKey() + "=" + String.join(",", sessions) + " " + type);
        }
    }
}
