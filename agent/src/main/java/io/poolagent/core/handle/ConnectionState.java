package io.poolagent.core.handle;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What a connection handle keeps about itself and tells of its use. Must not refer to the handle, or the handle could
 * never be collected. Methods are called by whichever threads use the handle, and throw nothing that is not declared.
 */
public interface ConnectionState {
    /** The physical connection. */
    Connection raw();

    /** Whether the handle has not been closed yet. */
    boolean isOpen();

    /** A statement's text passes. */
    void sql(@Nullable String text);

    /**
     * An attribute, one of {@link Attribute}, is about to be set.
     *
     * @param value for auto-commit; null for the others
     */
    void setting(int attribute, @Nullable Object value);

    /** Something is about to be done that may begin a transaction. */
    void working();

    /**
     * A statement begins to run; followed by {@link #done}.
     *
     * @param text its text; null where it passed by {@link #sql} before
     */
    void running(@Nullable String text);

    /** The text that passed last. */
    @Nullable
    String lastSql();

    /**
     * A statement does not run any more.
     *
     * @param failed whether it ended by an exception
     * @return for how long it ran, in nanoseconds; 0 where slow statements are not asked for
     */
    long done(boolean failed);

    /** From which time on a statement is slow, in nanoseconds; 0 where slow statements are not asked for. */
    long slowNanos();

    /** A statement was slow: it is told of now, or when its rows are not pending any more. */
    void slow(SlowRun run);

    /** The transaction is about to be committed or rolled back. */
    void endingTransaction();

    /** The application asks whether the connection is alive: it may have a reason. */
    void doubting();

    /** A vendor's method of the connection is about to be called. */
    void vendorCall(String method);

    /**
     * An object that reaches into the connection has left unwrapped.
     *
     * @param raw the driver's connection; null where it is only not known what became of it
     */
    void escaped(@Nullable Object raw);

    /** The connection, or its running statement, is about to be aborted. */
    void aborting();

    /**
     * A method of the driver's failed.
     *
     * @return what the application gets for it
     */
    Throwable failed(Throwable failure);

    /** A statement, or a result set without one, was opened and must be closed at release. */
    Tracked track(AutoCloseable child);

    /**
     * Closes the handle, once. Where the physical connection lives on, the handle loses it before anybody else gets it.
     *
     * @throws SQLException the driver's refusal; the handle stays open then
     */
    void close(PoolAgentHandle handle) throws SQLException;

    /** Whether the handle is closed and the physical connection is not: nothing may reach it through this handle. */
    boolean hasPassedOn();

    /** What answers for the closed handle; null where nothing can. Made when it is first needed. */
    @Nullable
    ClosedConnection closed();

    /** What {@link #closed} returned is changed: the next time another one answers. */
    void giveAwayClosed();

    /** The handle of the metadata that was handed out last; null where that was collected. */
    @Nullable
    Object metaData();

    /** Remembers a handle of metadata, weakly. */
    void metaData(Object handle);

    /** What every use throws, since the connection was taken away; null where it was not. */
    @Nullable
    SQLException takenAway();

    /** What the use of the closed handle throws where nothing can answer for it. */
    SQLException closedException();
}
