package io.poolagent.core.database;

import java.sql.Connection;
import java.sql.Statement;
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
    public boolean leavesOpen(AutoCloseable child) {
        return child instanceof Statement; // and closes the result sets of metadata
    }

    /** The library's own statement is freed as its connection is closed; the driver's object notices that. */
    @Override
    public void free(AutoCloseable child, Connection raw) throws ReflectiveOperationException {
        DriverFields.callIfPresent(DriverFields.get(child, "pointer"), "close");
    }

    @Override
    public End end() {
        return End.ROLLBACK;
    }
}
