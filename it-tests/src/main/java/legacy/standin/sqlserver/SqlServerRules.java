package legacy.standin.sqlserver;

import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.regex.Matcher;
import legacy.standin.Reply;
import legacy.standin.Rules;
import legacy.standin.ServerError;
import legacy.standin.ServerSession;

/** The Transact-SQL of the stand-in: what a session keeps is said in the "Transact-SQL reference". */
final class SqlServerRules {
    private SqlServerRules() {}

    static void addTo(Rules rules) {
        questions(rules);
        transactions(rules);
        rules.on(
                        "sp_executesql N'SET FMTONLY ON .*|select collation_name.*",
                        (session, text) -> Reply.rows(Collections.emptyList()))
                .on("INSERT BULK .*", (session, text) -> Reply.done())
                .on("EXEC sp_tables.*", (session, text) -> Reply.rows(Collections.emptyList()))
                .on("CREATE TABLE (#\\w+) ?\\(.*\\)", (session, text) -> {
                    session.createTemporary(text.group(1));
                    return Reply.done();
                })
                .on("SELECT \\d+ AS a INTO (#\\w+)", (session, text) -> {
                    session.createTemporary(text.group(1));
                    return Reply.count(1);
                })
                .on("DROP TABLE (#\\w+)", (session, text) -> {
                    session.dropTemporary(text.group(1));
                    return Reply.done();
                })
                .on("USE \\[?(\\w+)\\]?", (session, text) -> set(session, "database", text.group(1)))
                .on("EXEC sp_setapprole '(\\w+)', ?'\\w+'", (session, text) -> set(session, "login", text.group(1)))
                .on("EXECUTE AS USER = '(\\w+)'", (session, text) -> set(session, "login", text.group(1)))
                .on("REVERT", (session, text) -> set(session, "login", null))
                .on(
                        "EXEC sp_set_session_context N?'(\\w+)', ?N?'(\\w+)'",
                        (session, text) -> set(session, "context " + text.group(1), text.group(2)))
                .on("EXEC sp_getapplock @Resource ?= ?'(\\w+)'.*'Session'", (session, text) -> {
                    session.lock("applock " + text.group(1));
                    return Reply.done();
                })
                .on("DECLARE (\\w+) CURSOR GLOBAL .*", (session, text) -> set(session, "cursor", text.group(1)))
                .on("SELECT \\* FROM (\\w+) WITH ?\\(UPDLOCK\\)", SqlServerRules::lockRows)
                .on(
                        "SET (?!TRANSACTION)(\\w+) (.+)",
                        (session, text) -> set(session, text.group(1).toLowerCase(Locale.ROOT), text.group(2)));
    }

    private static void questions(Rules rules) {
        rules.ask("SELECT .* FROM sys.dm_exec_connections .*", session -> String.valueOf(session.id))
                .ask("SELECT (?:1|@@SPID)", session -> "1")
                .ask("SELECT @@LANGUAGE", session -> session.get("language"))
                .ask("SELECT @@LOCK_TIMEOUT", session -> session.get("lock_timeout"))
                .ask("SELECT @@TRANCOUNT", session -> session.isInTransaction() ? "1" : "0")
                .ask("SELECT DB_NAME\\(\\)", session -> session.get("database"))
                .ask("SELECT SCHEMA_NAME\\(\\)", session -> "dbo")
                .ask("SELECT SYSTEM_USER", session -> session.get("login"))
                .ask("SELECT SUSER_SNAME\\(\\)", session -> session.get("login"))
                .ask("SELECT (?:@@IDENTITY|SCOPE_IDENTITY\\(\\))", session -> {
                    Long identity = session.current("identity");
                    return identity == null ? null : identity.toString();
                })
                .on(
                        "SELECT SESSION_CONTEXT\\(N?'(\\w+)'\\)",
                        (session, text) -> Reply.row(session.get("context " + text.group(1))));
    }

    private static void transactions(Rules rules) {
        rules.on("SET IMPLICIT_TRANSACTIONS OFF(?: IF @@TRANCOUNT > 0 COMMIT TRAN)?", (session, text) -> {
                    session.autoCommit(true);
                    return Reply.done();
                })
                .on("SET IMPLICIT_TRANSACTIONS ON", (session, text) -> {
                    session.autoCommit(false);
                    return Reply.done();
                })
                .on("IF @@TRANCOUNT = 0 BEGIN BEGIN TRAN .* SAVE TRAN .*|BEGIN TRAN(?:SACTION)?", (session, text) -> {
                    session.begin();
                    return Reply.done();
                })
                .on("(?:IF @@TRANCOUNT > 0 )?COMMIT(?: TRAN(?:SACTION)?)?", (session, text) -> {
                    session.commit();
                    return Reply.done();
                })
                .on("(?:IF @@TRANCOUNT > 0 )?ROLLBACK(?: TRAN(?:SACTION)?)?", (session, text) -> {
                    session.rollback();
                    return Reply.done();
                })
                .on("SET TRANSACTION ISOLATION LEVEL (.+)", (session, text) -> {
                    boolean first = text.group(1).trim().equalsIgnoreCase("READ COMMITTED");
                    return set(
                            session, "isolation", first ? null : text.group(1).toUpperCase(Locale.ROOT));
                });
    }

    private static Reply lockRows(ServerSession session, Matcher text) throws ServerError {
        session.lock("row of " + text.group(1));
        return Reply.rows(Collections.emptyList());
    }

    private static Reply set(ServerSession session, String name, String value) {
        boolean initial = value == null || Arrays.asList("off", "OFF").contains(value);
        session.set(name, initial ? null : value);
        return Reply.done();
    }
}
