package legacy.entry;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.util.Map;
import javax.sql.DataSource;
import legacy.Account;
import org.h2.jdbcx.JdbcDataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What drivers offer. Each driver's classes are loaded only where its ways are asked for. */
final class VendorWays {
    private VendorWays() {}

    static void addTo(Map<String, Way> ways, String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            add(ways, "PGSimpleDataSource", Postgres::source, Postgres::source);
        } else if (url.startsWith("jdbc:mariadb:")) {
            add(ways, "MariaDbDataSource", MariaDb::withLogin, MariaDb::source);
        } else if (url.startsWith("jdbc:mysql:")) {
            add(ways, "MysqlDataSource", MySql::source, MySql::source);
        } else if (url.startsWith("jdbc:h2:")) {
            add(ways, "JdbcDataSource", H2::source, H2::source);
        }
    }

    private static void add(Map<String, Way> ways, String name, Maker withLogin, Maker without) {
        ways.put(
                name + ".getConnection()",
                account -> withLogin.make(account, true).getConnection());
        ways.put(
                name + ".getConnection(user,password)",
                account -> without.make(account, false).getConnection(account.user, account.password));
    }

    private interface Maker {
        DataSource make(Account account, boolean withLogin) throws Exception;
    }

    private static final class Postgres {
        static DataSource source(Account account, boolean withLogin) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(account.url);
            if (withLogin) {
                source.setUser(account.user);
                source.setPassword(account.password);
            }
            return source;
        }
    }

    private static final class MariaDb {
        static DataSource source(Account account, boolean withLogin) throws Exception {
            return new MariaDbDataSource(account.url);
        }

        static DataSource withLogin(Account account, boolean withLogin) throws Exception {
            MariaDbDataSource source = new MariaDbDataSource(account.url);
            source.setUser(account.user);
            source.setPassword(account.password);
            return source;
        }
    }

    private static final class MySql {
        static DataSource source(Account account, boolean withLogin) {
            MysqlDataSource source = new MysqlDataSource();
            source.setURL(account.url);
            if (withLogin) {
                source.setUser(account.user);
                source.setPassword(account.password);
            }
            return source;
        }
    }

    private static final class H2 {
        static DataSource source(Account account, boolean withLogin) {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL(account.url);
            if (withLogin) {
                source.setUser(account.user);
                source.setPassword(account.password);
            }
            return source;
        }
    }
}
