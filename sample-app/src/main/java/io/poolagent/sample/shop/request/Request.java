package io.poolagent.sample.shop.request;

import java.sql.SQLException;
import java.util.Random;

/** One kind of request. The same random numbers ask for the same thing. Safe for many threads. */
public interface Request {

    /** Serves one request in the calling thread, with connections of its own. */
    void serve(Random random) throws SQLException;
}
