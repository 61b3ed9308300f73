package legacy.standin;

/** A row of one number. Guarded by its server. */
final class Row {
    final String value;
    /** The session whose open transaction made the row; null once it is committed. */
    ServerSession maker;

    Row(String value, ServerSession maker) {
        this.value = value;
        this.maker = maker;
    }

    boolean isSeenBy(ServerSession session) {
        return maker == null || maker == session;
    }
}
