package io.poolagent.core.intercept;

/**
 * Which classes may be those in which leases of foreign pools end, by the end of their names alone: every class that the
 * application loads comes through here. Before a pool's own class was seen, only those of drivers, and what loads before
 * it.
 */
final class ForeignEnds {
    private static final String[] ALWAYS = {
        "/jdbc/Connection",
        "$PooledJdbcConnection",
        "PGPooledConnection$ConnectionHandler",
        "/proxy/ConnectionProxy" // HikariCP's up to 2.2 loads with its configuration
    };
    private static final String[] OF_POOLS = {
        "Connection",
        "ConnectionProxy",
        "ConnectionWrapper",
        "ConnectionHandle",
        "ConnectionHolder",
        "ConnectionImpl",
        "ConnectionFacade",
        "InvocationHandler",
        "ProxyHandlerClass",
        "ProxyBase",
        "ProxySupport",
        "ProxyFactory",
        "$$$Proxy"
    };

    private static volatile boolean poolSeen;

    private ForeignEnds() {}

    /** A class was rewritten. */
    static void rewritten(boolean handsOut) {
        if (handsOut) {
            poolSeen = true;
        }
    }

    /** Whether it is worth a closer look. */
    static boolean mayBe(String name) {
        return endsWithAny(name, ALWAYS) || poolSeen && endsWithAny(name, OF_POOLS);
    }

    private static boolean endsWithAny(String name, String[] ends) {
        for (String each : ends) {
            if (name.endsWith(each)) {
                return true;
            }
        }
        return false;
    }
}
