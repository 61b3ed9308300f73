package io.poolagent.core.intercept;

import io.poolagent.core.database.Urls;
import io.poolagent.core.pool.Connector;
import java.lang.ref.WeakReference;
import java.sql.Driver;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The body of a {@code Driver.connect}, with the arguments of one call. */
final class DriverConnect implements BodyCall {
    private final Driver driver;
    private final String url;
    private final @Nullable Properties info;

    DriverConnect(Driver driver, String url, @Nullable Properties info) {
        this.driver = driver;
        this.url = url;
        this.info = info;
    }

    @Override
    public Object target() {
        return driver;
    }

    @Override
    public @Nullable Object connect() throws Throwable {
        return driver.connect(url, info);
    }

    /** With a copy of the properties. */
    DriverConnect copied() {
        return new DriverConnect(driver, url, info == null ? null : (Properties) info.clone());
    }

    /** Whether it is the same driver, URL and properties. */
    boolean isLike(DriverConnect other) {
        return driver == other.driver && url.equals(other.url) && Objects.equals(info, other.info);
    }

    /** The URL without secrets. */
    String shortUrl() {
        return Urls.shortened(url);
    }

    Driver driver() {
        return driver;
    }

    String url() {
        return url;
    }

    @Nullable
    Properties info() {
        return info;
    }

    /**
     * The same connect for a thread of the agent's, later: with a copy of the properties, and without keeping the
     * driver from being collected.
     */
    Connector detached() {
        WeakReference<Driver> weak = new WeakReference<>(driver);
        String to = url; // a field's name would keep this object, and so the driver
        Properties copy = info == null ? null : (Properties) info.clone();
        return () -> {
            Driver alive = weak.get();
            if (alive == null) {
                throw new IllegalStateException("the driver is gone");
            }
            Thread thread = Thread.currentThread();
            ThreadState state = ThreadState.current();
            state.guard();
            ClassLoader context = thread.getContextClassLoader();
            thread.setContextClassLoader(alive.getClass().getClassLoader());
            try {
                return alive.connect(to, copy == null ? null : (Properties) copy.clone());
            } finally {
                thread.setContextClassLoader(context);
                state.unguard();
            }
        };
    }
}
