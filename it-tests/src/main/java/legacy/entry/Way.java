package legacy.entry;

import java.sql.Connection;
import legacy.Account;

/** One way to get a connection. Whatever it needs it makes anew at each call, as old programs do. */
interface Way {
    Connection open(Account account) throws Exception;
}
