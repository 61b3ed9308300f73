package io.poolagent.core.handle;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A physical connection that is closed for good. What an application does with a connection that it has closed already
 * is asked of such a one of the same pool, so that the answer is the driver's own: what it throws, with its texts and
 * codes, and what it still tells. Immutable; any thread may use it.
 */
public final class ClosedConnection {
    private final Connection raw;
    private final @Nullable DatabaseMetaData metaData;

    private final Object[] parts;

    private ClosedConnection(Connection raw, @Nullable DatabaseMetaData metaData, Object[] parts) {
        this.raw = raw;
        this.metaData = metaData;
        this.parts = parts;
    }

    /**
     * Closes a physical connection and keeps it.
     *
     * @throws SQLException where the driver refuses
     */
    public static ClosedConnection of(Connection raw) throws SQLException {
        DatabaseMetaData metaData;
        try {
            metaData = raw.getMetaData();
        } catch (SQLException | RuntimeException e) {
            metaData = null;
        }
        Object[] parts = Orphans.parts(raw);
        raw.close();
        return new ClosedConnection(raw, metaData, parts);
    }

    /** The connection. */
    public Connection raw() {
        return raw;
    }

    /** What it consisted of before it was closed, as {@link Orphans#parts} tells. */
    Object[] parts() {
        return parts;
    }

    /** Its metadata, from before it was closed; null where the driver gave none. */
    @Nullable
    DatabaseMetaData metaData() {
        return metaData;
    }
}
