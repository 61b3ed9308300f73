package io.poolagent.core.lease;

import io.poolagent.core.database.Database;
import io.poolagent.core.database.Database.End;
import io.poolagent.core.database.Effect;
import io.poolagent.core.database.SessionReset;
import io.poolagent.core.handle.Attribute;
import io.poolagent.core.handle.ClosedConnection;
import io.poolagent.core.handle.Orphans;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

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
     * @param raw the physical connection
     * @return whether the physical connection is as a fresh one; else it is closed
     * @throws SQLException what the driver's own close threw
     */
    static boolean close(Lease lease, Connection raw, long now) throws SQLException {
        if (raw.isClosed()) {
            return false;
        }
        if (lease.physical().isKept()
                && lease.isDoubted()
                && !onlyDriverCanEnd(lease)
                && !lease.physical().isAlive()) {
            lease.owner().distrust();
            raw.close();
            return false;
        }
        boolean reusable = lease.isReusable(now);
        boolean tied = reusable && onlyDriverCanEnd(lease) && isInTransaction(lease, raw);
        if (reusable && !tied) {
            List<AutoCloseable> children = lease.openChildren();
            if (failsClose(lease, children)) {
                lease.sessionEnded(SessionEnd.CLOSED);
                raw.close();
                return false;
            }
            if (leavesOpen(lease, children) && lease.owner().closed(true) == null) {
                keepClosed(lease, raw);
                return false;
            }
            try {
                makeFresh(lease, raw, children);
                return true;
            } catch (Throwable e) {
                lease.sessionEnded(SessionEnd.CLOSED);
                lease.physical().closeQuietly();
                return false;
            }
        }
        if (!lease.canBeMadeFresh()) {
            lease.sessionEnded(SessionEnd.CLOSED);
        }
        raw.close();
        if (tied) {
            lease.sessionEnded(SessionEnd.CLOSED); // unless the driver refuses
        }
        return false;
    }

    /** Where no other connection can be had that is closed, this one is closed for good, and what came from it too. */
    private static void keepClosed(Lease lease, Connection raw) throws SQLException {
        boolean fresh = false;
        try {
            makeFresh(lease, raw, Collections.emptyList());
            fresh = true;
        } catch (Exception ignored) {
            // it is closed now, but does not answer as a fresh one would
        }
        ClosedConnection closed = ClosedConnection.of(raw);
        if (fresh) {
            lease.owner().keep(closed);
        }
    }

    private static boolean failsClose(Lease lease, List<AutoCloseable> children) {
        for (AutoCloseable child : children) {
            if (lease.physical().database().failsClose(child)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a closed connection is needed, to which what came from this one is bound. */
    private static boolean leavesOpen(Lease lease, List<AutoCloseable> children) {
        for (AutoCloseable child : children) {
            if (lease.physical().database().leavesOpen(child)) {
                return true;
            }
        }
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

    /**
     * The handle was collected. The work is rolled back on every product: without the agent the socket would have been
     * lost with the connection, and no server commits then, Oracle's neither (its driver has no finaliser).
     */
    static boolean reclaim(Lease lease, long now) {
        Connection raw = lease.raw();
        try {
            boolean reusable = lease.isReusable(now);
            boolean closeRollsBack = lease.physical().database().end() == End.ROLLBACK;
            if ((reusable || !closeRollsBack) && isInTransaction(lease, raw)) {
                raw.rollback();
            }
            if (reusable) {
                makeFresh(lease, raw, lease.openChildren());
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
        boolean idle = onlyDriverCanEnd(lease) && !lease.hasWorked(); // else its close would be refused for nothing
        return !never && !idle && !raw.getAutoCommit();
    }

    private static void makeFresh(Lease lease, Connection raw, List<AutoCloseable> children) throws Exception {
        Physical physical = lease.physical();
        settle(lease, raw, children);
        if (isInTransaction(lease, raw)) {
            lease.sessionEnded(SessionEnd.TRANSACTION);
            if (physical.database().end() == End.COMMIT) {
                raw.commit();
            } else {
                raw.rollback();
            }
        }
        int attributes = lease.attributes();
        if (attributes != 0) {
            lease.sessionEnded(SessionEnd.ATTRIBUTES);
            if ((attributes & Attribute.AUTO_COMMIT) != 0) {
                raw.setAutoCommit(physical.autoCommit());
            }
            physical.defaults().restore(attributes, raw);
        }
        SessionReset reset = physical.baseline().reset(lease.left());
        if (reset != null) {
            lease.sessionEnded(SessionEnd.SERVER);
            reset.reset(raw);
            physical.inserted(false);
        } else if (lease.left() != Effect.NONE && physical.baseline().endsTransactionsOnly()) {
            physical.database().endTextTransaction(raw);
        }
        if (lease.hasAsked()) {
            physical.database().forgetCounts(raw, reset != null);
        }
        physical.forgetWarnings();
        if (lease.hasInserted() && reset == null) {
            physical.inserted(true);
        }
    }

    /** Does to statements and result sets what the driver's own close of the connection does, and frees them. */
    private static void settle(Lease lease, Connection raw, List<AutoCloseable> children) throws Exception {
        if (children.isEmpty()) {
            return;
        }
        Database database = lease.physical().database();
        ClosedConnection closed = leavesOpen(lease, children) ? lease.owner().closed(false) : null;
        for (AutoCloseable child : children) {
            boolean stays = closed != null && database.leavesOpen(child);
            if (stays) {
                database.free(child, raw);
            } else {
                child.close();
            }
            boolean bound = closed != null && Orphans.bind(child, raw, closed);
            if (stays && !bound) {
                child.close();
            }
        }
    }
}
