package io.poolagent.sample.observe;

import java.sql.SQLException;

/** Watches the application's connections at the server. Its own are not among them. To be used by one thread. */
public interface ServerObserver extends AutoCloseable {

    /** From here on it counts. */
    void begin() throws SQLException;

    /** What was seen since {@link #begin()}. Waits a moment for the server to settle. */
    Observation end() throws SQLException;

    /** Gives up its own connection. Never throws. */
    @Override
    void close();

    /** For databases that cannot be asked. */
    ServerObserver NONE = new ServerObserver() {
        @Override
        public void begin() {}

        @Override
        public Observation end() {
            return Observation.NOTHING;
        }

        @Override
        public void close() {}
    };
}
