package io.poolagent.core.intercept;

import io.poolagent.core.pool.Connector;

/** Runs the original body of an intercepted method: the hook lets it pass the second time. */
interface BodyCall extends Connector {
    /** The Driver or DataSource whose method it is. */
    Object target();
}
