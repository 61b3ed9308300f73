package io.poolagent.core.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.util.Vector;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
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

    @ParameterizedTest
    @ValueSource(classes = {OfVector.class, WithoutGenerics.class, OfDeque.class, OfArray.class, OfEntries.class})
    void pools(Class<?> type) throws IOException {
        assertEquals(true, is(type));
    }

    @ParameterizedTest
    @ValueSource(classes = {OfSources.class, OfSettings.class, OfProperties.class, InAnotherThread.class, Lists.class})
    void others(Class<?> type) throws IOException {
        assertEquals(false, is(type));
    }

    private static boolean is(Class<?> type) throws IOException {
        String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            return PoolShape.is(new ClassReader(in), name -> name.endsWith("$Entry"));
        }
    }
}
