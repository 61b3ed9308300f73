package io.poolagent.core.intercept;

import java.io.File;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
    private final @Nullable FileStamp credential;

    private Environment(
            TimeZone zone,
            Locale locale,
            int loginTimeout,
            String[] names,
            @Nullable String[] values,
            @Nullable FileStamp credential) {
        this.zone = zone;
        this.locale = locale;
        this.loginTimeout = loginTimeout;
        this.names = names;
        this.values = values;
        this.credential = credential;
    }

    /**
     * As it is now.
     *
     * @param given the system properties that decide about the session
     * @param credential the file with the credential that is not given; null for none
     */
    static Environment now(List<String> given, @Nullable File credential) {
        String[] names = given.toArray(new String[0]);
        String[] values = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            values[i] = System.getProperty(names[i]);
        }
        return new Environment(
                TimeZone.getDefault(),
                Locale.getDefault(),
                DriverManager.getLoginTimeout(),
                names,
                values,
                credential == null ? null : new FileStamp(credential));
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
        return credential == null || credential.isNow();
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
                && Arrays.equals(values, that.values)
                && Objects.equals(credential, that.credential);
    }

    @Override
    public int hashCode() {
        return (zone.hashCode() * 31 + locale.hashCode()) * 31 + loginTimeout;
    }
}
