package legacy.standin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A database server in memory. It keeps what sessions share, and can say what traces they leave: that view needs no
 * session, so no pool can have a part in it. Any thread may use it; everything is guarded by the server.
 */
public final class Server {
    final Map<String, List<Row>> tables = new TreeMap<>();
    /** Names of tables that are the same for all sessions, and whose rows each session has for itself. */
    final Set<String> templates = new TreeSet<>();

    final Map<String, Long> sequences = new TreeMap<>();
    final Map<String, ServerSession> locks = new TreeMap<>();
    private final Map<Integer, ServerSession> sessions = new LinkedHashMap<>();
    private int lastSession;
    private long lastIdentity;

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
    }

    /** Every lock, open transaction, setting, temporary table or cursor that some session has. */
    public synchronized List<String> traces() {
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
