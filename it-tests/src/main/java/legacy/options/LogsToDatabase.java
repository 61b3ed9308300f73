package legacy.options;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import legacy.Account;
import legacy.Pause;
import legacy.Session;
import org.slf4j.LoggerFactory;

/**
 * Keeps its log in the database that it works with: a handler of java.util.logging connects for each line, under the
 * handler's lock. Meanwhile the program connects, each time with another URL. Prints how many lines of its own and
 * of others are in the log. Arguments: URL, user, password, the name of a table, how many lines of others to await.
 */
public final class LogsToDatabase {
    /** How often it connects, and logs. */
    public static final int ROUNDS = 40;

    private LogsToDatabase() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        String table = arguments[3];
        long others = Long.parseLong(arguments[4]);
        try (Connection connection = account.connect()) {
            Session.run(connection, "CREATE TABLE " + table + " (logger VARCHAR(100), line VARCHAR(4000))");
        }
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        ToDatabase log = new ToDatabase(account, table);
        root.addHandler(log);
        org.slf4j.Logger own = LoggerFactory.getLogger("legacy");
        Thread logging = new Thread(() -> {
            for (int i = 0; i < ROUNDS; i++) {
                own.info("line");
            }
        });
        logging.start();
        for (int i = 0; i < ROUNDS; i++) {
            account.plus("LOCK_TIMEOUT", String.valueOf(2_000 + i)).connect().close();
        }
        logging.join();
        Pause.until(others == 0 ? 0 : 10_000, () -> log.count("<>") >= others);
        root.removeHandler(log);
        System.out.println("own=" + log.count("="));
        System.out.println("others=" + log.count("<>"));
        System.out.println("failures=" + log.failures());
        try (Connection connection = account.connect()) {
            Session.run(connection, "DROP TABLE " + table);
        }
    }

    private static final class ToDatabase extends Handler {
        private final Account account;
        private final String table;
        private int connects;
        private int failures;

        ToDatabase(Account account, String table) {
            this.account = account;
            this.table = table;
        }

        @Override
        public synchronized void publish(LogRecord line) {
            Account own = account.plus("LOCK_TIMEOUT", String.valueOf(5_000 + connects++));
            try (Connection connection = own.connect();
                    PreparedStatement insert = connection.prepareStatement("INSERT INTO " + table + " VALUES (?, ?)")) {
                insert.setString(1, line.getLoggerName());
                insert.setString(2, line.getMessage());
                insert.executeUpdate();
            } catch (SQLException e) {
                failures++;
            }
        }

        synchronized int failures() {
            return failures;
        }

        int count(String comparison) throws SQLException {
            try (Connection connection = account.connect()) {
                String sql = "SELECT COUNT(*) FROM " + table + " WHERE logger " + comparison + " 'legacy'";
                return Integer.parseInt(Session.first(connection, sql));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
