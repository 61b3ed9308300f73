package legacy.standin.db2;

import java.util.Collections;
import java.util.Locale;
import legacy.standin.Reply;
import legacy.standin.Rules;
import legacy.standin.ServerSession;

/** The SQL of the stand-in: what a session keeps is said in the "SQL reference" (special registers, global variables). */
final class Db2Rules {
    private Db2Rules() {}

    static void addTo(Rules rules) {
        questions(rules);
        rules.on("SET (?:CURRENT )?SCHEMA ?=? ?(\\w+)", (session, text) -> set(session, "schema", text.group(1)))
                .on(
                        "SET CURRENT LOCK TIMEOUT ?=? ?(\\d+)",
                        (session, text) -> set(session, "lock timeout", text.group(1)))
                .on("SET CURRENT ISOLATION ?=? ?(\\w+)", (session, text) -> set(session, "isolation", text.group(1)))
                .on("SET CURRENT PATH ?=? ?(\\w+)", (session, text) -> set(session, "path", text.group(1)))
                .on("SET SESSION AUTHORIZATION ?=? ?'?(\\w+)'?", (session, text) -> set(session, "user", text.group(1)))
                .on("SET (\\w+) ?= ?(\\d+)", (session, text) -> set(session, "global", text.group(2)))
                .on(
                        "CALL SYSPROC.WLM_SET_CLIENT_INFO\\('(\\w+)'.*\\)",
                        (session, text) -> set(session, "client", text.group(1)))
                .on("DECLARE GLOBAL TEMPORARY TABLE (SESSION.\\w+) .*", (session, text) -> {
                    session.createTemporary(text.group(1));
                    return Reply.done();
                })
                .on("CREATE GLOBAL TEMPORARY TABLE (\\w+) .*", (session, text) -> {
                    session.server.createTemplate(text.group(1));
                    return Reply.done();
                })
                .on("LOCK TABLE (\\w+) IN EXCLUSIVE MODE", (session, text) -> {
                    session.lock("row of " + text.group(1).toUpperCase(Locale.ROOT));
                    return Reply.done();
                })
                .on("SELECT \\* FROM (\\w+) FOR UPDATE WITH RS", (session, text) -> {
                    session.lock("row of " + text.group(1).toUpperCase(Locale.ROOT));
                    return Reply.rows(Collections.emptyList());
                });
    }

    private static void questions(Rules rules) {
        rules.ask("SELECT 1 FROM SYSIBM.SYSDUMMY1", session -> "1")
                .ask("SELECT 1|VALUES ?\\(?1\\)?", session -> "1")
                .ask("SELECT APPL_ID FROM .*", session -> String.valueOf(session.id))
                .ask("VALUES CURRENT SCHEMA", session -> session.get("schema"))
                .ask("VALUES CURRENT LOCK TIMEOUT", session -> session.get("lock timeout"))
                .ask("VALUES CURRENT PATH", session -> session.get("path"))
                .ask("VALUES SESSION_USER", session -> session.get("user"))
                .ask("VALUES GLOBAL_COUNTER", session -> session.get("global"))
                .ask("VALUES IDENTITY_VAL_LOCAL\\(\\)", session -> text(session.current("identity")))
                .on("VALUES NEXT VALUE FOR (\\w+)", (session, text) -> Reply.row(text(session.next(text.group(1)))))
                .on(
                        "VALUES PREVIOUS VALUE FOR (\\w+)",
                        (session, text) -> Reply.row(text(session.current(text.group(1)))));
    }

    private static String text(Long value) {
        return value == null ? null : value.toString();
    }

    private static Reply set(ServerSession session, String name, String value) {
        session.set(name, value);
        return Reply.done();
    }
}
