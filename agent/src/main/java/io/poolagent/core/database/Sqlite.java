package io.poolagent.core.database;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** SQLite: a library on a file, not a server. */
final class Sqlite extends Database {
    Sqlite() {
        super("SQLite", "jdbc:sqlite:");
    }

    @Override
    public @Nullable String neverPooled(String url, Properties info) {
        return "SQLite opens a file in microseconds, and an idle connection would keep it open";
    }

    @Override
    public End end() {
        return End.ROLLBACK;
    }
}
