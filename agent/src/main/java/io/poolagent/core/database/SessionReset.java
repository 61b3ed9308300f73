package io.poolagent.core.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * How the sessions of one pool are made as fresh ones again. What the login itself set is learned from a fresh session
 * first, so that a reset that loses it can bring it back, or is not used at all. Any thread may use it.
 */
public abstract class SessionReset {
    private enum State {
        NOTHING_LEARNED,
        WORKS,
        IMPOSSIBLE
    }

    private volatile State state = State.NOTHING_LEARNED;

    /** Whether {@link #learn} should be called with the next session that is as after its login. */
    public final boolean wantsToLearn() {
        return state == State.NOTHING_LEARNED;
    }

    /** Whether sessions can be reset. */
    public final boolean works() {
        return state == State.WORKS;
    }

    /**
     * Learns what a fresh session is like; costs a round trip or two, once.
     *
     * @param fresh a session as after its login, outside of a transaction
     */
    public final synchronized void learn(Connection fresh) {
        if (state == State.NOTHING_LEARNED) {
            try {
                state = learnFrom(fresh) ? State.WORKS : State.IMPOSSIBLE;
            } catch (SQLException | ReflectiveOperationException | RuntimeException e) {
                state = State.IMPOSSIBLE;
            }
        }
    }

    /**
     * Makes a session as a fresh one; its transaction has been ended as far as JDBC knows of it.
     *
     * @throws SQLException where it can not be done; then this is not tried again, and the caller closes the session
     */
    public final void reset(Connection raw) throws SQLException {
        boolean done = false;
        try {
            resetSession(raw);
            done = true;
        } catch (ReflectiveOperationException e) {
            throw new SQLException("the driver's reset failed", e);
        } finally {
            if (!done) {
                state = State.IMPOSSIBLE;
            }
        }
    }

    /** Whether a reset brings back everything that there is in this fresh session. */
    abstract boolean learnFrom(Connection fresh) throws SQLException, ReflectiveOperationException;

    abstract void resetSession(Connection raw) throws SQLException, ReflectiveOperationException;
}
