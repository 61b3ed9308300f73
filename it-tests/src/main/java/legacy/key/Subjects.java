package legacy.key;

import java.security.PrivilegedExceptionAction;
import java.sql.Connection;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.security.auth.Subject;
import legacy.Account;
import legacy.Session;

/** Connects with a Subject bound to the thread, and without. Arguments: URL, user, password. */
public final class Subjects {
    private Subjects() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        System.out.println("without=" + requests(account));
        System.out.println(
                "bound=" + Subject.doAs(new Subject(), (PrivilegedExceptionAction<String>) () -> requests(account)));
        System.out.println("without again=" + requests(account));
    }

    private static String requests(Account account) throws Exception {
        Set<String> sessions = new LinkedHashSet<>();
        Set<String> types = new LinkedHashSet<>();
        for (int i = 0; i < 3; i++) {
            try (Connection connection = account.connect()) {
                sessions.add(Session.id(connection, account.url));
                types.add(connection.getClass().getSimpleName());
            }
        }
        return sessions.size() + " sessions, " + types;
    }
}
