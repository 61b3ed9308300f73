package io.poolagent.core.database;

import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** HSQLDB. Its close rolls back. */
final class Hsqldb extends Database {
    Hsqldb() {
        super("HSQLDB", "jdbc:hsqldb:");
    }

    @Override
    public @Nullable String neverPooled(String url, Properties info) {
        return url.toLowerCase(Locale.ROOT).contains("shutdown=true") || "true".equals(info.getProperty("shutdown"))
                ? "with shutdown=true the database closes with its last connection"
                : null;
    }

    @Override
    public End end() {
        return End.ROLLBACK;
    }
}
