package io.poolagent.sample.observe;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * H2 and HSQLDB number their sessions one after the other: the number of a new one tells how many there were before. The
 * observer's own are deducted.
 */
final class SessionNumberView extends ServerView {

    /** Opens another connection of the observer's. */
    interface Connector {
        Connection connect() throws SQLException;
    }

    private final Connector connector;
    private final String numberQuery;
    private final String openQuery;
    private long ownProbes;

    SessionNumberView(Connector connector, String numberQuery, String openQuery) throws SQLException {
        super(connector.connect());
        this.connector = connector;
        this.numberQuery = numberQuery;
        this.openQuery = openQuery;
    }

    @Override
    long opened() throws SQLException {
        try (Connection probe = connector.connect()) {
            ownProbes++;
            return number(probe, numberQuery) - ownProbes;
        }
    }

    @Override
    long open() throws SQLException {
        return number(openQuery);
    }
}
