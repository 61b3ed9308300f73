package legacy.pools;

import javax.sql.DataSource;
import legacy.Account;

/** Makes an application's own pool of at most three connections. */
interface OwnPool {
    int SIZE = 3;

    DataSource make(Account account) throws Exception;
}
