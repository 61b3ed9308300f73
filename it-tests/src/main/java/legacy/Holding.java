package legacy;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Holds some connections at once, a few times over, and prints how many sessions of the server's it met and of which
 * class its connections were. Arguments: URL, user, password, how many at once (1 where it is missing).
 */
public final class Holding {
    /** How often it takes them. */
    public static final int ROUNDS = 4;

    private Holding() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        int atOnce = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 1;
        Set<String> sessions = new LinkedHashSet<>();
        Set<String> types = new LinkedHashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Connection> held = new ArrayList<>();
            for (int i = 0; i < atOnce; i++) {
                held.add(account.connect());
            }
            for (Connection connection : held) {
                sessions.add(Session.id(connection, account.url));
                types.add(connection.getClass().getName());
                connection.close();
            }
        }
        System.out.println("sessions=" + sessions.size());
        System.out.println("types=" + String.join(" ", types));
    }
}
