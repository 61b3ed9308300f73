package io.poolagent.core.lease;

import io.poolagent.core.handle.Attribute;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The JDBC attributes of a pool's connections as the driver makes them. Each is asked for just before the application
 * sets it for the first time, because asking costs a round trip with several drivers. Any thread may use it.
 */
public final class AttributeDefaults {
    private static final int RESTORED = Attribute.READ_ONLY
            | Attribute.ISOLATION
            | Attribute.HOLDABILITY
            | Attribute.CATALOG
            | Attribute.SCHEMA
            | Attribute.NETWORK_TIMEOUT
            | Attribute.CLIENT_INFO
            | Attribute.TYPE_MAP
            | Attribute.QUERY_TIMEOUT;

    private final Map<Integer, @Nullable Object> values = new HashMap<>();

    /**
     * Makes sure that an attribute's default is known.
     *
     * @param raw a connection on which the attribute still has its default
     * @return whether it is known, and can be restored
     */
    synchronized boolean learn(int attribute, Connection raw) {
        if ((attribute & RESTORED) == 0) {
            return attribute == Attribute.AUTO_COMMIT;
        }
        if (!values.containsKey(attribute)) {
            try {
                values.put(attribute, read(attribute, raw));
            } catch (SQLException | RuntimeException | AbstractMethodError e) {
                return false;
            }
        }
        return true;
    }

    /** Sets the given attributes back. */
    void restore(int attributes, Connection raw) throws SQLException {
        for (int bit = Attribute.READ_ONLY; bit <= Attribute.QUERY_TIMEOUT; bit <<= 1) {
            if ((attributes & bit) != 0) {
                write(bit, raw, value(bit));
            }
        }
    }

    private synchronized @Nullable Object value(int attribute) {
        return values.get(attribute);
    }

    private static @Nullable Object read(int attribute, Connection raw) throws SQLException {
        switch (attribute) {
            case Attribute.READ_ONLY:
                return raw.isReadOnly();
            case Attribute.ISOLATION:
                return raw.getTransactionIsolation();
            case Attribute.HOLDABILITY:
                return raw.getHoldability();
            case Attribute.CATALOG:
                return raw.getCatalog();
            case Attribute.SCHEMA:
                return raw.getSchema();
            case Attribute.CLIENT_INFO:
                return copy(raw.getClientInfo());
            case Attribute.TYPE_MAP:
                return new HashMap<>(raw.getTypeMap());
            case Attribute.QUERY_TIMEOUT:
                try (Statement statement = raw.createStatement()) {
                    return statement.getQueryTimeout();
                }
            default:
                return raw.getNetworkTimeout();
        }
    }

    private static Properties copy(Properties from) {
        Properties copy = new Properties();
        for (String name : from.stringPropertyNames()) {
            copy.setProperty(name, from.getProperty(name));
        }
        return copy;
    }

    @SuppressWarnings("unchecked")
    private static void write(int attribute, Connection raw, @Nullable Object value) throws SQLException {
        if (value == null) {
            throw new SQLException("the driver gave no default to set back");
        }
        switch (attribute) {
            case Attribute.READ_ONLY:
                raw.setReadOnly((Boolean) value);
                break;
            case Attribute.ISOLATION:
                raw.setTransactionIsolation((Integer) value);
                break;
            case Attribute.HOLDABILITY:
                raw.setHoldability((Integer) value);
                break;
            case Attribute.CATALOG:
                raw.setCatalog((String) value);
                break;
            case Attribute.SCHEMA:
                raw.setSchema((String) value);
                break;
            case Attribute.CLIENT_INFO:
                for (String name : raw.getClientInfo().stringPropertyNames()) {
                    if (!((Properties) value).containsKey(name)) {
                        raw.setClientInfo(name, null);
                    }
                }
                raw.setClientInfo(copy((Properties) value));
                if (!copy(raw.getClientInfo()).equals(value)) {
                    throw new SQLException("the driver did not set its client info back");
                }
                break;
            case Attribute.TYPE_MAP:
                raw.setTypeMap(new HashMap<>((Map<String, Class<?>>) value));
                break;
            case Attribute.QUERY_TIMEOUT:
                try (Statement statement = raw.createStatement()) {
                    statement.setQueryTimeout((Integer) value);
                }
                break;
            default:
                raw.setNetworkTimeout(Runnable::run, (Integer) value);
                break;
        }
    }
}
