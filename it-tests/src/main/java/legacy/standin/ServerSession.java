package legacy.standin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A session of the server's: its transaction, its settings, and what else ends with it. Guarded by its server. */
public final class ServerSession {
    public final Server server;
    public final int id;
    public final String user;
    private final Product product;
    private final Map<String, String> atLogin = new HashMap<>();
    private final Map<String, String> settings = new TreeMap<>();
    final Map<String, List<Row>> temporary = new TreeMap<>();
    final Map<String, Long> current = new HashMap<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final Deque<Runnable> atCommit = new ArrayDeque<>();
    private boolean autoCommit = true;
    private boolean begun;
    private boolean inTransaction;
    private boolean ended;

    ServerSession(Server server, Product product, int id, String user) {
        this.server = server;
        this.product = product;
        this.id = id;
        this.user = user;
    }

    /** Runs a statement as the product does. */
    public Reply execute(String sql) throws ServerError {
        synchronized (server) {
            if (ended) {
                throw product.sessionLost();
            }
            String text = sql.trim();
            if (!autoCommit && product.startsTransaction(text)) {
                inTransaction = true;
            }
            Reply reply;
            try {
                reply = product.rules().run(this, text);
            } finally {
                if (autoCommit && !begun) {
                    commit();
                }
            }
            return reply;
        }
    }

    /** How statements end from here; switching it on commits. */
    public void autoCommit(boolean on) {
        synchronized (server) {
            if (on) {
                commit();
            }
            autoCommit = on;
        }
    }

    /** Begins a transaction by a statement, whatever autocommit says. */
    public void begin() {
        begun = true;
        inTransaction = true;
    }

    public boolean isInTransaction() {
        synchronized (server) {
            return inTransaction;
        }
    }

    public void commit() {
        synchronized (server) {
            atCommit.forEach(Runnable::run);
            atCommit.clear();
            endTransaction();
        }
    }

    public void rollback() {
        synchronized (server) {
            undo.forEach(Runnable::run);
            atCommit.clear();
            endTransaction();
        }
    }

    private void endTransaction() {
        undo.clear();
        server.locks
                .entrySet()
                .removeIf(lock -> lock.getValue() == this && lock.getKey().startsWith("row"));
        begun = false;
        inTransaction = false;
    }

    /** The session ends, by the driver's request or because nobody is there any more: what is open is rolled back. */
    public void end() {
        synchronized (server) {
            if (!ended) {
                rollback();
                reset();
                ended = true;
                server.ended(this);
            }
        }
    }

    /** Whatever a session keeps beside its transaction is as after the login. */
    public void reset() {
        synchronized (server) {
            settings.clear();
            temporary.clear();
            current.clear();
            server.locks.values().removeIf(holder -> holder == this);
        }
    }

    boolean hasEnded() {
        synchronized (server) {
            return ended;
        }
    }

    void undo(Runnable action) {
        undo.push(action);
    }

    void atCommit(Runnable action) {
        atCommit.add(action);
    }

    /** Takes a lock; one whose name begins with "row" ends with the transaction, others with the session. */
    public void lock(String name) throws ServerError {
        ServerSession holder = server.locks.putIfAbsent(name, this);
        if (holder != null && holder != this) {
            throw product.locked();
        }
    }

    /** What the login gave the session. */
    public void login(String name, String value) {
        atLogin.put(name, value);
    }

    public void set(String name, String value) {
        synchronized (server) {
            if (value == null || value.equals(atLogin.get(name))) {
                settings.remove(name);
            } else {
                settings.put(name, value);
            }
        }
    }

    /** A setting; null where there is none. */
    public String get(String name) {
        synchronized (server) {
            return settings.getOrDefault(name, atLogin.get(name));
        }
    }

    /** Makes a temporary table of this session's, if it does not have it yet. */
    public void createTemporary(String name) {
        temporary.computeIfAbsent(Tables.name(name), key -> new ArrayList<>());
    }

    /** Drops a temporary table of this session's. */
    public void dropTemporary(String name) {
        temporary.remove(Tables.name(name));
    }

    /** The next value of a sequence. */
    public long next(String sequence) {
        long next = server.sequences.merge(Tables.name(sequence), 1L, Long::sum);
        current.put(Tables.name(sequence), next);
        return next;
    }

    /** The value that this session last got from a sequence, or as an identity; null where it got none. */
    public Long current(String sequence) {
        return current.get(Tables.name(sequence));
    }

    List<Row> table(String name) throws ServerError {
        if (server.templates.contains(name)) {
            createTemporary(name);
        }
        List<Row> rows = temporary.get(name);
        rows = rows != null ? rows : server.tables.get(name);
        if (rows == null) {
            throw product.noTable(name);
        }
        return rows;
    }

    List<String> visible(String table) throws ServerError {
        List<String> values = new ArrayList<>();
        for (Row row : table(table)) {
            if (row.isSeenBy(this)) {
                values.add(row.value);
            }
        }
        Collections.sort(values);
        return values;
    }

    void addTraces(List<String> traces) {
        if (inTransaction) {
            traces.add("transaction");
        }
        settings.forEach((name, value) -> traces.add(name + " " + value));
        temporary.forEach((name, rows) -> {
            if (!rows.isEmpty() || !product.keepsEmptyTemporaryTables()) {
                traces.add("temporary " + name);
            }
        });
    }
}
