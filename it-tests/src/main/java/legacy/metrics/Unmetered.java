package legacy.metrics;

import java.sql.Connection;
import legacy.Account;
import legacy.Pause;

/** Uses a connection for longer than a look at pools takes. Arguments: URL, user, password. */
public final class Unmetered {
    private Unmetered() {}

    public static void main(String[] arguments) throws Exception {
        try (Connection connection = Account.of(arguments).connect()) {
            Pause.pass(2_500);
            System.out.println("catalog=" + (connection.getCatalog() != null));
        }
    }
}
