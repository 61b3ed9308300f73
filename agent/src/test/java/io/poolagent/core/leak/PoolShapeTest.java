package io.poolagent.core.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.Vector;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;

/** A home-made pool is known by the code of its methods, and what only opens connections is none. */
class PoolShapeTest {
    @SuppressWarnings("JdkObsolete") // as in 2003
    static class OfVector {
        private final Vector<Connection> free = new Vector<>();

        synchronized Connection get(String url) throws SQLException {
            return free.isEmpty() ? DriverManager.getConnection(url) : free.remove(free.size() - 1);
        }

        synchronized void release(Connection connection) {
            free.add(connection);
        }
    }

    @SuppressWarnings({"JdkObsolete", "rawtypes"})
    static class WithoutGenerics {
        Vector free = new Vector();

        Connection get() {
            Connection first = (Connection) free.elementAt(0);
            free.removeElementAt(0);
            return first;
        }
    }

    static class OfDeque {
        private final Deque<Connection> free = new ArrayDeque<>();

        Connection borrow(String url) throws SQLException {
            Connection idle = free.poll();
            return idle == null ? DriverManager.getConnection(url) : idle;
        }
    }

    static class OfArray {
        private final Connection[] all = new Connection[3];

        Connection get(int slot) {
            return all[slot];
        }
    }

    static class OfEntries {
        private final List<Entry> all = new ArrayList<>();

        Connection get(String url) throws SQLException {
            for (Entry each : all) {
                if (each.free) {
                    each.free = false;
                    return each.connection;
                }
            }
            return DriverManager.getConnection(url);
        }
    }

    static class Entry {
        Connection connection;
        boolean free;

        Entry(Connection connection) {
            this.connection = connection;
        }
    }

    static class OfSources {
        private final Map<String, DataSource> sources = new HashMap<>();

        Connection get(String name) throws SQLException {
            DataSource known = sources.get(name);
            sources.put(name + " again", known);
            return known.getConnection();
        }
    }

    static class OfSettings {
        private final Map<String, Settings> all = new HashMap<>();

        Connection get(String name) throws SQLException {
            return DriverManager.getConnection(all.get(name).url);
        }
    }

    static class Settings {
        String url = "";
    }

    static class OfProperties {
        Connection open(String url, Properties settings) throws SQLException {
            Properties own = new Properties();
            own.put("user", settings.get("user"));
            String[] hosts = {url};
            return DriverManager.getConnection(hosts[0], own);
        }
    }

    static class InAnotherThread {
        Connection open(String url) throws Exception {
            FutureTask<Connection> task = new FutureTask<>(() -> DriverManager.getConnection(url));
            task.run();
            return task.get();
        }
    }

    static class Lists {
        static final List<Connection> SEEN = new ArrayList<>();
        private final List<Connection> opened = new ArrayList<>();

        Connection open(String url) throws SQLException {
            Connection fresh = DriverManager.getConnection(url);
            opened.add(fresh);
            return fresh;
        }

        void closeAll() throws SQLException {
            for (Connection each : opened) {
                each.close();
            }
        }
    }

    /** Hands out its entries, which somebody else makes and it keeps. */
    static class OfGivenEntries {
        private final List<Entry> all = new ArrayList<>();

        void add(String url) throws SQLException {
            all.add(new Entry(DriverManager.getConnection(url)));
        }

        Entry get() {
            return all.get(0);
        }
    }

    static class OfMap {
        private final Map<String, Connection> byTenant = new HashMap<>();

        Connection get(String tenant) {
            return byTenant.computeIfAbsent(tenant, each -> open(each));
        }

        private static Connection open(String url) {
            try {
                return DriverManager.getConnection(url);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A pool beside a method that makes a connection of its own, and forgets it. */
    static class OfBoth {
        private final List<Connection> shards = new ArrayList<>();

        void open(String url) throws SQLException {
            Connection shard = DriverManager.getConnection(url);
            shard.setReadOnly(true);
            shards.add(shard);
        }

        Connection shard(int number) {
            return shards.get(number);
        }

        List<String> load(String url) throws SQLException {
            Connection forgotten = DriverManager.getConnection(url);
            List<String> rows = new ArrayList<>();
            rows.add(forgotten.getCatalog());
            return rows;
        }
    }

    /** The map is somebody else's, and so is the list. */
    static class OfContext {
        static Connection from(Map<String, Object> context) {
            return (Connection) context.get("connection");
        }

        void process(Map<String, Object> context, String url) throws SQLException {
            Connection connection = from(context);
            if (connection == null) {
                connection = DriverManager.getConnection(url);
            }
            Lists.SEEN.add(connection);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OfVector, get",
        "WithoutGenerics, get",
        "OfDeque, borrow",
        "OfArray, get",
        "OfEntries, get",
        "OfGivenEntries, add",
        "OfMap, get",
        "OfMap, lambda$get$0",
        "OfBoth, open",
        "OfBoth, <init>"
    })
    void pools(String type, String method) throws Exception {
        assertTrue(makers(type).contains(method), () -> method + " of " + type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OfSources", "OfSettings", "OfProperties", "InAnotherThread", "Lists", "OfContext"})
    void others(String type) throws Exception {
        assertEquals(Set.of(), makers(type));
    }

    @Test
    void whatForgetsIsNotExcusedByItsClass() throws Exception {
        assertFalse(makers("OfBoth").contains("load"));
    }

    private static Set<String> makers(String type) throws IOException {
        try (InputStream in = PoolShapeTest.class.getResourceAsStream("PoolShapeTest$" + type + ".class")) {
            return PoolShape.makers(new ClassReader(in), name -> name.endsWith("$Entry"));
        }
    }
}
