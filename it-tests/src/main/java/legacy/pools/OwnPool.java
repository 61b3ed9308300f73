package legacy.pools;

import java.util.Map;
import javax.sql.DataSource;
import legacy.Account;

/** Makes an application's own pool of at most three connections. */
interface OwnPool {
    int SIZE = 3;

    DataSource make(Account account) throws Exception;

    /** The pools that arguments ask for: those of the URL's driver, of {@code libraries}, of
     * {@code older} ones, of {@code containers} and transaction managers, of {@code HikariCP} alone, or of a copy of that in another package, by its name. */
    static void addTo(Map<String, OwnPool> pools, String... arguments) {
        String which = arguments.length > 3 ? arguments[3] : "";
        if (which.equals("older")) {
            OlderLibraries.addTo(pools);
            return;
        }
        if (which.equals("containers")) {
            Containers.addTo(pools);
            TransactionPools.addTo(pools);
            return;
        }
        if (which.endsWith("hikari") || which.equals("HikariCP")) {
            pools.put("HikariCP", OlderLibraries.hikari(which.equals("HikariCP") ? "com.zaxxer.hikari" : which));
            return;
        }
        Vendors.addTo(pools, arguments[0]);
        if (which.equals("libraries")) {
            Libraries.addTo(pools);
        }
    }
}
