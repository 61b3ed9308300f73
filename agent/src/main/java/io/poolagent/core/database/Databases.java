package io.poolagent.core.database;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the facts for a URL. */
public final class Databases {
    /** A URL that no product claims: the strictest behaviour there is. */
    public static final Database UNKNOWN = new Database("unknown database");

    private static final Database[] ALL = {
        new PostgreSql(),
        new MySql(),
        new MariaDb(),
        new Oracle(),
        new SqlServer(),
        new Db2(),
        new Derby(),
        new H2(),
        new Hsqldb(),
        new Sqlite(),
        new Proxies()
    };

    private Databases() {}

    /**
     * The product that a URL belongs to.
     *
     * @param url a JDBC URL; null where none is known
     */
    public static Database of(@Nullable String url) {
        if (url != null) {
            for (Database database : ALL) {
                if (database.accepts(url)) {
                    return database;
                }
            }
        }
        return UNKNOWN;
    }

    /** Every product whose sessions can be pooled, in the order of the README's table. */
    static List<Database> all() {
        List<Database> all = new ArrayList<>(Arrays.asList(ALL));
        all.remove(all.size() - 1); // drivers that pool by themselves
        all.add(UNKNOWN);
        return all;
    }

    /** Whether any product says that a field of a DataSource class holds no property. */
    public static boolean ignoredField(String declaringClass, String field) {
        for (Database database : ALL) {
            if (database.ignoredField(declaringClass, field)) {
                return true;
            }
        }
        return false;
    }
}
