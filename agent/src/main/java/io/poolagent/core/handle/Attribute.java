package io.poolagent.core.handle;

/** The JDBC attributes of a connection that the application can set, as bits. */
public final class Attribute {
    /** {@code setAutoCommit}. */
    public static final int AUTO_COMMIT = 1;
    /** {@code setReadOnly}. */
    public static final int READ_ONLY = 1 << 1;
    /** {@code setTransactionIsolation}. */
    public static final int ISOLATION = 1 << 2;
    /** {@code setHoldability}. */
    public static final int HOLDABILITY = 1 << 3;
    /** {@code setCatalog}. */
    public static final int CATALOG = 1 << 4;
    /** {@code setSchema}. */
    public static final int SCHEMA = 1 << 5;
    /** {@code setNetworkTimeout}. */
    public static final int NETWORK_TIMEOUT = 1 << 6;
    /** {@code setClientInfo}. */
    public static final int CLIENT_INFO = 1 << 7;
    /** {@code setTypeMap}; and {@code getTypeMap}, whose map the application may change. */
    public static final int TYPE_MAP = 1 << 8;
    /** {@code Statement.setQueryTimeout}, where it is the session's and not the statement's. */
    public static final int QUERY_TIMEOUT = 1 << 9;
    /** Newer ones: not undone, the connection is closed. */
    public static final int OTHER = 1 << 10;

    private Attribute() {}

    /** The bit of a setter; 0 where the method sets no attribute. */
    static int of(String method) {
        switch (method) {
            case "setAutoCommit":
                return AUTO_COMMIT;
            case "setReadOnly":
                return READ_ONLY;
            case "setTransactionIsolation":
                return ISOLATION;
            case "setHoldability":
                return HOLDABILITY;
            case "setCatalog":
                return CATALOG;
            case "setSchema":
                return SCHEMA;
            case "setNetworkTimeout":
                return NETWORK_TIMEOUT;
            case "setClientInfo":
                return CLIENT_INFO;
            case "setTypeMap":
            case "getTypeMap":
                return TYPE_MAP;
            case "setShardingKey":
            case "setShardingKeyIfValid":
                return OTHER;
            default:
                return 0;
        }
    }
}
