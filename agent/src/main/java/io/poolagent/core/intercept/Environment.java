package io.poolagent.core.intercept;

import java.sql.DriverManager;
import java.util.Arrays;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** What of the JVM's state drivers copy into a session at the connect; a part of a pool's key. Immutable. */
final class Environment {
    private final TimeZone zone;
    private final @Nullable Object zoneIdentity = DefaultZone.identity();
    private final Locale locale;
    private final int loginTimeout;
    private final String[] names;
    private final @Nullable String[] values;

    private Environment(TimeZone zone, Locale locale, int loginTimeout, String[] names, @Nullable String[] values) {
        this.zone = zone;
        this.locale = locale;
        this.loginTimeout = loginTimeout;
        this.names = names;
        this.values = values;
    }

    /**
     * As it is now.
     *
     * @param names the system properties that the driver copies into a session
     */
    static Environment now(String[] names) {
        String[] values = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            values[i] = System.getProperty(names[i]);
        }
        return new Environment(
                TimeZone.getDefault(), Locale.getDefault(), DriverManager.getLoginTimeout(), names, values);
    }

    /** Whether the JVM's state is still this. */
    boolean isNow() {
        if (loginTimeout != DriverManager.getLoginTimeout()
                || !locale.equals(Locale.getDefault())
                || !DefaultZone.is(zone, zoneIdentity)) {
            return false;
        }
        for (int i = 0; i < names.length; i++) {
            String value = System.getProperty(names[i]);
            if (value == null ? values[i] != null : !value.equals(values[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Environment)) {
            return false;
        }
        Environment that = (Environment) other;
        return loginTimeout == that.loginTimeout
                && locale.equals(that.locale)
                && zone.equals(that.zone)
                && Arrays.equals(names, that.names)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return (zone.hashCode() * 31 + locale.hashCode()) * 31 + loginTimeout;
    }
}
