package io.poolagent.core.database;

import java.lang.reflect.Field;
import java.sql.Connection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * pgjdbc counts, for each text, how often it was executed, and prepares it at the server from the fifth time on; results
 * come in another format then. The counts outlive the statements, so a lease would go on where an earlier one stopped:
 * they begin anew. What was prepared within one lease stays prepared. Any thread may use it.
 */
final class PostgreSqlCounts {
    /** Held by the driver's class itself, so that it keeps no driver alive. */
    private static final ClassValue<Members> MEMBERS = new ClassValue<Members>() {
        @Override
        protected Members computeValue(Class<?> type) {
            return new Members(type);
        }
    };

    private PostgreSqlCounts() {}

    /**
     * Sets counts back; does nothing where the driver is of a version that counts in its statements.
     *
     * @param all those of prepared statements too: the server has forgotten them
     */
    static void reset(Connection raw, boolean all) throws ReflectiveOperationException {
        MEMBERS.get(raw.getClass()).reset(raw, all);
    }

    /** Where the driver keeps them. Fields are found as the first object is seen that has them. */
    private static final class Members {
        private final @Nullable Field executor;
        private volatile @Nullable Field cache;
        private volatile @Nullable Field map;
        private volatile @Nullable Field query;
        private volatile @Nullable Field count;
        private volatile @Nullable Field name;

        Members(Class<?> connection) {
            executor = DriverFields.find(connection, "queryExecutor");
        }

        void reset(Connection raw, boolean all) throws ReflectiveOperationException {
            Object executing = executor == null ? null : executor.get(raw);
            if (executing == null) {
                return;
            }
            if (cache == null) {
                cache = DriverFields.find(executing.getClass(), "statementCache");
            }
            Field statements = cache;
            Object known = statements == null ? null : statements.get(executing);
            if (known == null) {
                return;
            }
            if (map == null) {
                map = DriverFields.find(known.getClass(), "cache");
            }
            Field entries = map;
            Object queries = entries == null ? null : entries.get(known);
            if (!(queries instanceof Map)) {
                throw new NoSuchFieldException("cache of " + known.getClass().getName());
            }
            for (Object each : ((Map<?, ?>) queries).values()) {
                begin(each, all);
            }
        }

        private void begin(Object cached, boolean all) throws ReflectiveOperationException {
            Field counted = count;
            if (counted == null) {
                query = DriverFields.find(cached.getClass(), "query");
                counted = DriverFields.find(cached.getClass(), "executeCount");
                if (counted == null) {
                    throw new NoSuchFieldException(
                            "executeCount of " + cached.getClass().getName());
                }
                count = counted;
            }
            if (counted.getInt(cached) != 0 && (all || !isPrepared(cached))) {
                counted.setInt(cached, 0);
            }
        }

        /** A query of several statements has no name: each of its parts has one. */
        private boolean isPrepared(Object cached) throws IllegalAccessException {
            Field text = query;
            Object parsed = text == null ? null : text.get(cached);
            if (parsed == null) {
                return false;
            }
            Field named = name;
            if (named == null || !named.getDeclaringClass().isInstance(parsed)) {
                named = DriverFields.find(parsed.getClass(), "statementName");
                name = named;
            }
            return named != null && named.get(parsed) != null;
        }
    }
}
