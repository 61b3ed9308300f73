package legacy.standin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * A database server in memory. It keeps what sessions share, and can say what traces they leave: that view needs no
 * session, so no pool can have a part in it. Any thread may use it; everything is guarded by the server.
 */
public final class Server {
    private static final long NOTICES_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    final Map<String, List<Row>> tables = new TreeMap<>();
    /** Names of tables that are the same for all sessions, and whose rows each session has for itself. */
    final Set<String> templates = new TreeSet<>();

    final Map<String, Long> sequences = new TreeMap<>();
    final Map<String, ServerSession> locks = new TreeMap<>();
    private final Map<Integer, ServerSession> sessions = new LinkedHashMap<>();
    private int lastSession;
    private long lastIdentity;
    private boolean remote;

    /** Opens a session; the number it gets was never given before. */
    public synchronized ServerSession open(Product product, String user, int limit) throws ServerError {
        if (sessions.size() >= limit) {
            throw product.tooManySessions();
        }
        ServerSession session = new ServerSession(this, product, ++lastSession, user);
        sessions.put(session.id, session);
        return session;
    }

    synchronized void ended(ServerSession session) {
        sessions.remove(session.id);
        notifyAll();
    }

    /** Its clients are behind sockets, so it notices a moment later that one of them has gone. */
    public synchronized void isRemote() {
        remote = true;
    }

    /**
     * Every lock, open transaction, setting, temporary table or cursor that some session has; what belongs to clients
     * that have gone does not count.
     */
    public synchronized List<String> traces() {
        List<String> traces = tracesNow();
        long end = System.nanoTime() + NOTICES_NANOS;
        while (remote && !traces.isEmpty() && System.nanoTime() < end) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            traces = tracesNow();
        }
        return traces;
    }

    private List<String> tracesNow() {
        List<String> traces = new ArrayList<>();
        for (String lock : new TreeSet<>(locks.keySet())) {
            traces.add("lock " + lock);
        }
        for (ServerSession session : sessions.values()) {
            session.addTraces(traces);
        }
        traces.sort(null);
        return traces;
    }

    /** The values of a table's rows that are committed. */
    public synchronized List<String> committed(String table) {
        List<String> values = new ArrayList<>();
        for (Row row : tables.getOrDefault(Tables.name(table), new ArrayList<>())) {
            if (row.maker == null) {
                values.add(row.value);
            }
        }
        values.sort(null);
        return values;
    }

    /** How many sessions there are. */
    public synchronized int sessions() {
        return sessions.size();
    }

    /** How many sessions there have been. */
    public synchronized int logins() {
        return lastSession;
    }

    /** A table whose rows each session has for itself. */
    public void createTemplate(String name) {
        templates.add(Tables.name(name));
    }

    long nextIdentity() {
        return ++lastIdentity;
    }
}
