package legacy.pools;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import legacy.Account;
import legacy.Pause;
import legacy.Session;

/**
 * Pools of an application's own whose connections lie idle for long: spares that one thread used once, those of a pool
 * that was filled before anybody came, those of entries, and one that was asked for from far above. And beside them a
 * connection that is really forgotten. Arguments: URL, user, password.
 */
public final class LazyPools {
    private static final int DEEP = 120;

    /** What is kept here is forgotten. */
    private static final List<Connection> FORGOTTEN = new ArrayList<>();

    private LazyPools() {}

    public static void main(String[] arguments) throws Exception {
        Account account = Account.of(arguments);
        Filled filled = new Filled(account);
        filled.fill();
        Entries entries = new Entries(account);
        Spares spares = new Spares(account);
        Connection[] three = {spares.take(), spares.take(), deep(spares, DEEP)};
        StringBuilder sessions = new StringBuilder();
        for (Connection each : three) {
            sessions.append(Session.id(each, account.url).isEmpty() ? 'e' : 's');
            spares.free.push(each);
        }
        entries.get().createStatement().close();
        FORGOTTEN.add(new Sources(account).open("shop"));
        for (int i = 0; i < 12; i++) {
            Connection again = spares.take();
            again.createStatement().close();
            spares.free.push(again);
            Pause.pass(500);
        }
        System.out.println("sessions=" + sessions);
        for (Connection each : three) {
            each.close();
        }
        filled.close();
        entries.close();
        FORGOTTEN.get(0).close();
    }

    private static Connection deep(Spares spares, int depth) throws SQLException {
        return depth == 0 ? spares.take() : deep(spares, depth - 1);
    }

    /** The last that came back goes out first. */
    private static final class Spares {
        final Deque<Connection> free = new ArrayDeque<>();
        private final Account account;

        Spares(Account account) {
            this.account = account;
        }

        Connection take() throws SQLException {
            Connection idle = free.poll();
            return idle == null ? account.connect() : idle;
        }
    }

    /** Filled in a method of its own, and not needed. */
    private static final class Filled {
        private final Connection[] all = new Connection[3];
        private final Account account;

        Filled(Account account) {
            this.account = account;
        }

        void fill() throws SQLException {
            for (int i = 0; i < all.length; i++) {
                all[i] = account.connect();
                all[i].createStatement().execute("SELECT 1");
                all[i].createStatement().execute("SELECT 2");
            }
        }

        Connection get(int which) {
            return all[which];
        }

        void close() throws SQLException {
            for (int i = 0; i < all.length; i++) {
                get(i).close();
            }
        }
    }

    private static final class Entry {
        final Connection connection;
        boolean free;

        Entry(Account account) throws SQLException {
            connection = account.connect();
        }
    }

    private static final class Entries {
        private final List<Entry> all = new ArrayList<>();

        Entries(Account account) throws SQLException {
            add(account);
        }

        private void add(Account account) throws SQLException {
            Entry entry = new Entry(account);
            entry.connection.createStatement().execute("SELECT 1");
            entry.connection.createStatement().execute("SELECT 2");
            entry.free = true;
            all.add(entry);
        }

        Connection get() {
            for (Entry each : all) {
                if (each.free) {
                    each.free = false;
                    return each.connection;
                }
            }
            throw new IllegalStateException("all in use");
        }

        void close() throws SQLException {
            for (Entry each : all) {
                each.connection.close();
            }
        }
    }

    /** No pool: a map says where to connect. */
    private static final class Sources {
        private final Map<String, Account> accounts = new HashMap<>();

        Sources(Account account) {
            accounts.put("shop", account);
        }

        Connection open(String name) throws SQLException {
            return accounts.get(name).connect();
        }
    }
}
