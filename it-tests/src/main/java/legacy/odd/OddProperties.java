package legacy.odd;

import static legacy.odd.Journal.times;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;

/** Callers whose properties are of no ordinary kind. */
public final class OddProperties {
    private OddProperties() {}

    public static void main(String[] arguments) throws SQLException {
        oddProperties(new StubDriver("plain", (url, info) -> new StubConnection(url)).register());
    }

    private static void oddProperties(StubDriver plain) {
        times("properties that only answer getProperty", () -> Journal.use(plain.connect("jdbc:plain:p", new Shy())));
        times("properties with defaults", () -> {
            Properties defaults = new Properties();
            defaults.setProperty("user", "me");
            return Journal.use(DriverManager.getConnection("jdbc:plain:p", new Properties(defaults)));
        });
        times("properties with other keys and values", () -> {
            Properties info = new Properties();
            info.put(1, new Object());
            info.put("key", new char[] {'x'});
            return Journal.use(DriverManager.getConnection("jdbc:plain:p", info));
        });
        times("properties that contain themselves", () -> {
            Properties info = new Properties();
            info.put("self", info);
            return Journal.use(plain.connect("jdbc:plain:p", info));
        });
    }

    /** Answers nothing but {@code getProperty}. */
    private static final class Shy extends Properties {
        private static final long serialVersionUID = 1;

        @Override
        public String getProperty(String key) {
            return "value of " + key;
        }

        @Override
        public synchronized Object get(Object key) {
            throw new UnsupportedOperationException("get");
        }

        @Override
        public synchronized int size() {
            throw new UnsupportedOperationException("size");
        }

        @Override
        public Set<Object> keySet() {
            throw new UnsupportedOperationException("keySet");
        }

        @Override
        public Set<String> stringPropertyNames() {
            throw new UnsupportedOperationException("stringPropertyNames");
        }

        @Override
        public synchronized Object clone() {
            throw new UnsupportedOperationException("clone");
        }
    }
}
