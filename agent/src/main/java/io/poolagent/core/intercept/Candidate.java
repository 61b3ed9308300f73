package io.poolagent.core.intercept;

import io.poolagent.core.database.Database;
import io.poolagent.core.handle.HandleFactory;
import io.poolagent.core.pool.Connector;
import io.poolagent.core.pool.Pools;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A connect that may open a pool, if it turns out to be one that can safely be pooled. Immutable. */
final class Candidate {
    private final Class<?> type;
    private final @Nullable String url;
    private final @Nullable ConnectKey key;
    private final @Nullable Properties info;
    private final @Nullable String user;
    private final BodyCall connect;

    /**
     * @param type the class of the Driver or DataSource
     * @param url the URL; null for a DataSource, whose connection tells it
     * @param key null where the DataSource's properties can not all be read
     * @param user for the pool's name only
     */
    Candidate(
            Class<?> type,
            @Nullable String url,
            @Nullable ConnectKey key,
            @Nullable Properties info,
            @Nullable String user,
            BodyCall connect) {
        this.type = type;
        this.url = url;
        this.key = key;
        this.info = info;
        this.user = user;
        this.connect = connect;
    }

    Class<?> type() {
        return type;
    }

    /**
     * The URL as the application gave it, with all its parameters; where it did not, as the driver tells it.
     *
     * @param raw the connection that was made; it must not be used otherwise yet
     */
    @Nullable
    String knownUrl(Connection raw) {
        String expected = expectedUrl();
        try {
            return expected != null ? expected : raw.getMetaData().getURL();
        } catch (SQLException | RuntimeException e) {
            return null;
        }
    }

    /** The URL as the application gave it, to the driver or as a property of the data source; null where it did not. */
    @Nullable
    String expectedUrl() {
        return url == null && connect.target() instanceof DataSource
                ? SourceProperties.url((DataSource) connect.target())
                : url;
    }

    boolean isDriver() {
        return url != null;
    }

    String urlOrEmpty() {
        return url == null ? "" : url;
    }

    @Nullable
    ConnectKey key() {
        return key;
    }

    @Nullable
    String user() {
        return user;
    }

    /** Connects again without the application; null where that is not possible. */
    @Nullable
    Connector filler() {
        return connect instanceof DriverConnect ? ((DriverConnect) connect).detached() : null;
    }

    /** Why its connections must not be pooled; null where they can be. */
    @Nullable
    String whyNot(Connection raw, @Nullable String knownUrl, Database database, Pools pools) {
        if (url == null) {
            String reason = whyNotSource(raw);
            if (reason != null) {
                return reason;
            }
        }
        if (knownUrl == null) {
            return "the driver does not tell its URL";
        }
        if (!HandleFactory.of(raw.getClass()).works()) {
            return "no handle can be made for " + raw.getClass().getName();
        }
        if (pools.isExcluded(knownUrl)) {
            return "url.exclude says so";
        }
        return pools.isIncluded(knownUrl)
                ? null
                : database.neverPooled(knownUrl, info == null ? new Properties() : info);
    }

    /** Only a DataSource that makes connections by itself, from properties that are all known, is pooled as one. */
    private @Nullable String whyNotSource(Connection raw) {
        if (key == null) {
            return SourceProperties.whyNoKey((DataSource) connect.target());
        }
        Class<?> made = raw.getClass();
        if (Proxy.isProxyClass(made) || made.getClassLoader() != type.getClassLoader() || wraps(made)) {
            return "its connections come from somewhere else";
        }
        return null;
    }

    private static boolean wraps(Class<?> made) {
        for (Class<?> at = made; at != null && at != Object.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (field.getType() == Connection.class && !Modifier.isStatic(field.getModifiers())) {
                    return true;
                }
            }
        }
        return false;
    }
}
