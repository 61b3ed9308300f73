package io.poolagent.core.lease;

import io.poolagent.core.database.Database.End;
import io.poolagent.core.handle.Attribute;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Ends a lease: the transaction as the driver's own close would end it, then the JDBC attributes; or, where the
 * session may not be as a fresh one, the physical connection itself. All of it in the calling thread, before the
 * application's close returns: its locks and temporary tables do not outlive the call.
 */
final class Ending {
    private Ending() {}

    /**
     * The application closed its handle.
     *
     * @return whether the physical connection is as a fresh one; else it is closed
     * @throws SQLException what the driver's own close threw
     */
    static boolean close(Lease lease, long now) throws SQLException {
        Connection raw = lease.raw();
        if (lease.isReusable(now) && !(onlyDriverCanEnd(lease) && isInTransaction(lease, raw))) {
            try {
                makeFresh(lease, raw);
                return true;
            } catch (Throwable e) {
                lease.physical().closeQuietly();
                return false;
            }
        }
        raw.close();
        return false;
    }

    /** Whether the driver refused to close, and the connection is still the application's. */
    static boolean refused(Lease lease) {
        try {
            return onlyDriverCanEnd(lease) && !lease.raw().isClosed();
        } catch (SQLException | RuntimeException e) {
            return false;
        }
    }

    /** The handle was collected: nobody can be told, so a close that would throw gets its rollback first. */
    static boolean reclaim(Lease lease, long now) {
        Connection raw = lease.raw();
        try {
            if (onlyDriverCanEnd(lease) && isInTransaction(lease, raw)) {
                raw.rollback();
            } else if (lease.isReusable(now)) {
                makeFresh(lease, raw);
                return true;
            }
        } catch (Throwable ignored) {
            // closed below
        }
        lease.physical().closeQuietly();
        return false;
    }

    private static boolean onlyDriverCanEnd(Lease lease) {
        return lease.physical().database().end() == End.DRIVER;
    }

    private static boolean isInTransaction(Lease lease, Connection raw) throws SQLException {
        boolean never = lease.physical().autoCommit() && (lease.attributes() & Attribute.AUTO_COMMIT) == 0;
        return !never && !raw.getAutoCommit();
    }

    private static void makeFresh(Lease lease, Connection raw) throws Exception {
        lease.closeChildren();
        if (isInTransaction(lease, raw)) {
            if (lease.physical().database().end() == End.COMMIT) {
                raw.commit();
            } else {
                raw.rollback();
            }
        }
        int attributes = lease.attributes();
        if (attributes != 0) {
            if ((attributes & Attribute.AUTO_COMMIT) != 0) {
                raw.setAutoCommit(lease.physical().autoCommit());
            }
            lease.physical().defaults().restore(attributes, raw);
        }
        raw.clearWarnings();
        if (lease.hasInserted()) {
            lease.physical().inserted();
        }
    }
}
