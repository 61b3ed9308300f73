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

    /** An attribute, one of {@link Attribute}, is about to be set. */
    void setting(int attribute);

    /** A vendor's method of the connection is about to be called. */
    void vendorCall(String method);

    /** An object that reaches into the connection has left unwrapped. */
    void escaped();

    /** The connection is about to be aborted. */
    void aborting();

    /** A method of the driver's failed. */
    void failed(Throwable failure);

    /** A statement, or a result set without one, was opened and must be closed at release. */
    Tracked track(AutoCloseable child);

    /**
     * Closes the handle, once.
     *
     * @return whether the handle is closed now; false where the driver refused and it stays open
     * @throws SQLException the driver's refusal
     */
    boolean close() throws SQLException;

    /** What the use of the closed handle throws. */
    SQLException closedException();

    /** What the use of a statement throws whose connection's handle is closed. */
    SQLException closedStatementException();
}
