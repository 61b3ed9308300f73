package io.poolagent.core.database;

import java.util.regex.Pattern;

/** What one look at a statement's text tells of it. Immutable. */
public final class SqlTraits {
    private static final Pattern INSERT = Pattern.compile("\\b(?:insert|merge|replace)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern IDENTITY =
            Pattern.compile("\\b(?:lastval|currval|last_insert_id|identity)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern DIAGNOSTICS = Pattern.compile(
            "\\b(?:found_rows|row_count|warning_count|error_count|show\\s+warnings|show\\s+errors|get\\s+diagnostics)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ENDS_DATABASE = Pattern.compile(
            "\\s*(?:SHUTDOWN|DROP\\s+USER|DROP\\s+ROLE|DROP\\s+DATABASE|DROP\\s+SCHEMA|ALTER\\s+DATABASE)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ENDS_SESSIONS = Pattern.compile(
            "\\b(?:pg_terminate_backend|abort_session|kill|shutdown|disconnect\\s+session|alter\\s+session\\s+\\d+)\\b",
            Pattern.CASE_INSENSITIVE);

    /** Wherever it stands, in a block of code or a text that is prepared: who may log in is about to change. */
    private static final Pattern CREDENTIALS = Pattern.compile(
            "\\b(?:alter|create|drop)\\s+(?:role|user|group)\\b|\\bidentified\\b|\\bpg_authid\\b|\\bpg_auth_members\\b"
                    + "|\\bpg_db_role_setting\\b|\\bmysql\\s*\\.\\s*(?:user|global_priv|db)\\b|\\bflush\\s+privileges\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LISTENS = begins("LISTEN\\b");
    /** Of one channel says nothing of others. */
    private static final Pattern LISTENS_NO_MORE = begins("(?:UNLISTEN\\s*\\*|DISCARD\\s+ALL\\b)");

    private final Effect effect;
    private final boolean inserts;
    private final boolean asksIdentity;
    private final boolean asksDiagnostics;
    private final boolean endsDatabase;
    private final boolean endsSessions;
    private final boolean listens;
    private final boolean listensNoMore;

    SqlTraits(String sql, Effect effect) {
        this.effect = isQuery(sql) || !CREDENTIALS.matcher(sql).find() ? effect : effect.and(Effect.SCHEMA);
        this.inserts = INSERT.matcher(sql).find();
        this.asksIdentity = IDENTITY.matcher(sql).find();
        this.asksDiagnostics = DIAGNOSTICS.matcher(sql).find();
        boolean plain = this.effect == Effect.NONE;
        this.endsDatabase = !plain && ENDS_DATABASE.matcher(sql).lookingAt();
        this.listens = LISTENS.matcher(sql).find();
        this.listensNoMore = !plain && !listens && LISTENS_NO_MORE.matcher(sql).find();
        this.endsSessions = ENDS_SESSIONS.matcher(sql).find();
    }

    /** A statement of the text begins so. */
    private static Pattern begins(String words) {
        return Pattern.compile(
                "(?:^|;)(?:\\s|/\\*.*?\\*/|--[^\\n]*\\n)*" + words, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    private static boolean isQuery(String sql) {
        return sql.trim().regionMatches(true, 0, "select ", 0, 7) || sql.trim().regionMatches(true, 0, "show ", 0, 5);
    }

    /** What it leaves behind in its session. */
    public Effect effect() {
        return effect;
    }

    /** Whether it may generate keys, which the session then remembers. */
    public boolean inserts() {
        return inserts;
    }

    /** Whether it asks for the keys that the session remembers. */
    public boolean asksIdentity() {
        return asksIdentity;
    }

    /** Whether it asks how the last statement went. */
    public boolean asksDiagnostics() {
        return asksDiagnostics;
    }

    /** Whether it ends a database, which idle connections must not outlive or prevent. */
    public boolean endsDatabase() {
        return endsDatabase;
    }

    /** Whether the session waits for notifications from here. */
    public boolean listens() {
        return listens;
    }

    /** Whether the session waits for none any more. */
    public boolean listensNoMore() {
        return listensNoMore;
    }

    /** Whether it may end other sessions, so that idle connections are not to be trusted. */
    public boolean endsSessions() {
        return endsSessions;
    }
}
