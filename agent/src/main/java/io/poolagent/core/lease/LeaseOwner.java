package io.poolagent.core.lease;

import io.poolagent.core.handle.ClosedConnection;
import io.poolagent.core.handle.SlowRun;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a lease came from and goes back to. Any thread may call any method; none throws. */
public interface LeaseOwner {
    /** The pool's name, for reports. */
    String name();

    /**
     * Whether a connection may be used again: not too old, the pool still open.
     *
     * @param nowNanos the time, as of {@code System.nanoTime()}
     */
    boolean wantsBack(Physical physical, long nowNanos);

    /**
     * The lease ended.
     *
     * @param nowNanos the time, as of {@code System.nanoTime()}
     * @param reusable whether its physical connection is as a fresh one; else it is closed, or not ours any more
     */
    void ended(Lease lease, boolean reusable, long nowNanos);

    /**
     * The application closed a lease about which something had been noted.
     *
     * @param nowNanos the time, as of {@code System.nanoTime()}
     */
    void closedLate(LeaseRecord lease, long nowNanos);

    /** The application is about to end a database: idle connections to the server are closed first. */
    void drain();

    /**
     * The handle was collected without a close, but an object of the driver's own may go on with the connection: the lease
     * goes on without its place.
     *
     * @param ticket what had been given for that at the beginning
     */
    void outlived(Lease lease, Object ticket);

    /** The handle was collected without a close, and the lease has been ended. */
    void reclaimed(Lease lease);

    /** A connection was lost: the idle ones may be dead as well. */
    void distrust();

    /** A statement may end other sessions of the server's: idle connections to it may be dead. */
    void distrustServer();

    /** The structure of a database changed: no connection to its server that is older is handed out again. */
    void schemaChanged();

    /**
     * What answers for closed handles.
     *
     * @param make whether to close an idle connection for it where there is none yet, or a new one
     * @return null where there is none
     */
    @Nullable
    ClosedConnection closed(boolean make);

    /** A physical connection was closed that can answer for closed handles; null where the one there is can not any more. */
    void keep(@Nullable ClosedConnection closed);

    /** Whether to capture where the next statement is made. */
    boolean locatesStatements();

    /**
     * Statements and result sets were open as the application closed the lease, or collected before.
     *
     * @param madeAt where they were made, as far as that was captured
     */
    void leftOpen(LeaseRecord lease, int statements, int resultSets, Set<Place> madeAt);

    /** From how many nanoseconds on a statement is slow; 0 where none is. */
    long slowNanos();

    /** A statement was slow. */
    void slow(LeaseRecord lease, SlowRun run);

    /** A method of the driver's failed in the application's hands. */
    void failed(Throwable failure);
}
