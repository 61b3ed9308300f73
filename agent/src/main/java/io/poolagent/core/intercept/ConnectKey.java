package io.poolagent.core.intercept;

import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What must be equal for two connects to get connections of one pool, besides the class of the Driver or DataSource:
 * URL, all properties, the JVM's state. The credential is among the properties, in the form the driver needs, and is
 * never shown. Immutable; any thread may use it.
 */
final class ConnectKey {
    private final @Nullable String url;
    private final Object[] names;
    private final Object[] values;
    private final Environment environment;
    private final int hash;

    ConnectKey(@Nullable String url, Object[] names, Object[] values, Environment environment) {
        this.url = url;
        this.names = names;
        this.values = values;
        this.environment = environment;
        this.hash = ((url == null ? 0 : url.hashCode()) * 31 + Arrays.hashCode(values)) * 31 + environment.hashCode();
    }

    /** For a Driver's connect. */
    static ConnectKey of(String url, @Nullable Properties info, Environment environment) {
        if (info == null) {
            return new ConnectKey(url, new Object[0], new Object[0], environment);
        }
        Properties flat = info;
        if (PropertyDefaults.exist(info)) {
            // some drivers look at defaults, others do not: a default is not the same as a value
            flat = new Properties();
            for (String name : info.stringPropertyNames()) {
                if (!info.containsKey(name)) {
                    flat.setProperty("default " + name, info.getProperty(name));
                }
            }
            flat.putAll(info);
        }
        synchronized (flat) {
            Object[] names = flat.keySet().toArray();
            Arrays.sort(names, (a, b) -> String.valueOf(a).compareTo(String.valueOf(b)));
            Object[] values = new Object[names.length];
            for (int i = 0; i < names.length; i++) {
                values[i] = flat.getOrDefault(names[i], "");
            }
            return new ConnectKey(url, names, values, environment);
        }
    }

    /** Whether a connect that comes now has this key; makes no garbage. */
    boolean isFor(String wantedUrl, @Nullable Properties info) {
        if (!wantedUrl.equals(url) || info == null && names.length > 0) {
            return false;
        }
        if (info != null) {
            if (info.size() != names.length || PropertyDefaults.exist(info)) {
                return false;
            }
            for (int i = 0; i < names.length; i++) {
                if (!equal(values[i], value(info, names[i]))) {
                    return false;
                }
            }
        }
        return environment.isNow();
    }

    /** The map's own code has seen keys of all classes: told that this one is a String the JVM's compiler spares calls. */
    private static @Nullable Object value(Properties info, Object name) {
        return name instanceof String ? info.get((String) name) : info.get(name);
    }

    private static boolean equal(Object known, @Nullable Object other) {
        return known instanceof String ? ((String) known).equals(other) : known.equals(other);
    }

    /** As {@link #isFor(String, Properties)}, for a DataSource whose properties the reader reads. */
    boolean isFor(
            PropertyReader reader, DataSource source, boolean login, @Nullable String user, @Nullable String password) {
        return names == SourceProperties.NAMES
                && SourceProperties.isLogin(values[1], login, user)
                && SourceProperties.isLogin(values[2], login, password)
                && reader.matches(source, (List<?>) values[0])
                && environment.isNow();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof ConnectKey)) {
            return false;
        }
        ConnectKey that = (ConnectKey) other;
        return hash == that.hash
                && (url == null ? that.url == null : url.equals(that.url))
                && Arrays.equals(names, that.names)
                && Arrays.deepEquals(values, that.values)
                && environment.equals(that.environment);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
