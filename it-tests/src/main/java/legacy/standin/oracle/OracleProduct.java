package legacy.standin.oracle;

import static java.util.Locale.ROOT;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLSyntaxErrorException;
import java.util.ArrayList;
import java.util.Properties;
import java.util.regex.Pattern;
import legacy.standin.Product;
import legacy.standin.Reply;
import legacy.standin.Rules;
import legacy.standin.ServerError;
import legacy.standin.ServerSession;

/**
 * Oracle. Error codes and SQLStates are those of the "Database Error Messages" and of the table in ojdbc
 * ({@code oracle.jdbc.driver.SQLStateMapping}); what a session keeps is said in "SQL Language Reference" (ALTER SESSION,
 * CREATE GLOBAL TEMPORARY TABLE, sequences) and "PL/SQL Packages and Types" (DBMS_LOCK, DBMS_APPLICATION_INFO).
 */
public final class OracleProduct extends Product {
    /** The only one, as its server is. */
    public static final OracleProduct INSTANCE = new OracleProduct();

    private static final Pattern CHANGES =
            Pattern.compile("(?:insert|update|delete|merge|lock|select .* for update).*", Pattern.CASE_INSENSITIVE);

    private OracleProduct() {}

    @Override
    protected void addRules(Rules rules) {
        rules.ask("SELECT (?:1|'X') FROM DUAL", session -> "1")
                .ask("SELECT 1", session -> "1")
                .ask("SELECT SYS_CONTEXT\\('USERENV', ?'SESSIONID'\\) FROM DUAL", session -> String.valueOf(session.id))
                .on(
                        "SELECT SYS_CONTEXT\\('USERENV', ?'(\\w+)'\\) FROM DUAL",
                        (session, text) -> Reply.row(session.get(text.group(1).toUpperCase(ROOT))))
                .on(
                        "SELECT VALUE FROM NLS_SESSION_PARAMETERS WHERE PARAMETER = '(\\w+)'",
                        (session, text) -> Reply.row(session.get(text.group(1).toUpperCase(ROOT))))
                .on("ALTER SESSION SET (\\w+) ?= ?'?(.*?)'?", (session, text) -> {
                    session.set(text.group(1).toUpperCase(ROOT), text.group(2));
                    return Reply.done();
                })
                .on("SET ROLE (\\w+)", (session, text) -> {
                    session.set("role", text.group(1));
                    return Reply.done();
                })
                .on("SET TRANSACTION READ ONLY", (session, text) -> {
                    session.begin();
                    return Reply.done();
                });
        packages(rules);
        tables(rules);
    }

    /** Calls of packages, some of which keep something in the session. */
    private static void packages(Rules rules) {
        rules.on("BEGIN DBMS_APPLICATION_INFO.SET_MODULE\\('(\\w+)', ?'(\\w+)'\\); END;", (session, text) -> {
                    session.set("MODULE", text.group(1));
                    session.set("ACTION", text.group(2));
                    return Reply.done();
                })
                .on("(?:BEGIN|CALL) COUNTERS.BUMP(?:\\(\\))?;?(?: END;)?", (session, text) -> bump(session))
                .on("SELECT COUNTERS.NEXT\\(\\) FROM DUAL", (session, text) -> bump(session))
                .ask("SELECT COUNTERS.NOW\\(\\) FROM DUAL", session -> session.get("package COUNTERS"))
                .on("BEGIN DBMS_LOCK.REQUEST\\((\\d+)\\); END;", (session, text) -> {
                    session.lock("DBMS_LOCK " + text.group(1));
                    return Reply.done();
                })
                .on("BEGIN NULL; END;", (session, text) -> Reply.done());
    }

    private static Reply bump(ServerSession session) {
        String now = session.get("package COUNTERS");
        String next = String.valueOf(now == null ? 1 : Integer.parseInt(now) + 1);
        session.set("package COUNTERS", next);
        return Reply.row(next);
    }

    private static void tables(Rules rules) {
        rules.on("CREATE GLOBAL TEMPORARY TABLE (\\w+) .*", (session, text) -> {
                    session.server.createTemplate(text.group(1));
                    return Reply.done();
                })
                .on("CREATE PRIVATE TEMPORARY TABLE (\\S+) .*", (session, text) -> {
                    session.createTemporary(text.group(1));
                    return Reply.done();
                })
                .on("SELECT \\* FROM (\\w+) FOR UPDATE", (session, text) -> {
                    session.lock("row of " + text.group(1).toUpperCase(ROOT));
                    return Reply.rows(new ArrayList<>());
                })
                .on("LOCK TABLE (\\w+) IN EXCLUSIVE MODE", (session, text) -> {
                    session.lock("row of " + text.group(1).toUpperCase(ROOT));
                    return Reply.done();
                })
                .on(
                        "SELECT (\\w+).NEXTVAL FROM DUAL",
                        (session, text) -> Reply.row(String.valueOf(session.next(text.group(1)))))
                .on("SELECT (\\w+).CURRVAL FROM DUAL", (session, text) -> {
                    Long value = session.current(text.group(1));
                    if (value == null) {
                        throw new ServerError(8002, "72000", "ORA-08002: sequence CURRVAL is not yet defined");
                    }
                    return Reply.row(value.toString());
                });
    }

    @Override
    public void loggedIn(ServerSession session, Properties info) {
        session.login("CURRENT_SCHEMA", session.user);
        session.login("SESSION_USER", session.user);
        session.login("MODULE", "JDBC Thin Client");
        session.login("NLS_DATE_FORMAT", "DD-MON-RR");
        session.login("NLS_LANGUAGE", "AMERICAN");
        session.login("TIME_ZONE", "+00:00");
    }

    /** Only what changes or locks rows begins a transaction: "Database Concepts", Transactions. */
    @Override
    protected boolean startsTransaction(String sql) {
        return CHANGES.matcher(sql).matches();
    }

    @Override
    public String aliveQuery() {
        return "SELECT 'X' FROM DUAL";
    }

    @Override
    protected ServerError noTable(String name) {
        return new ServerError(942, "42000", "ORA-00942: table or view does not exist");
    }

    @Override
    protected ServerError badSyntax(String sql) {
        return new ServerError(900, "42000", "ORA-00900: invalid SQL statement: " + sql);
    }

    @Override
    protected ServerError locked() {
        return new ServerError(54, "61000", "ORA-00054: resource busy and acquire with NOWAIT specified");
    }

    @Override
    protected ServerError sessionLost() {
        return new ServerError(17410, "08000", "ORA-17410: No more data to read from socket.");
    }

    @Override
    protected ServerError tooManySessions() {
        return new ServerError(12516, "66000", "ORA-12516: listener could not find available handler");
    }

    @Override
    public ServerError badLogin(String user) {
        return new ServerError(1017, "72000", "ORA-01017: invalid username/password; logon denied");
    }

    @Override
    public SQLException exception(ServerError error) {
        if (error.state.equals("42000")) {
            return new SQLSyntaxErrorException(error.getMessage(), error.state, error.code);
        }
        return error.state.startsWith("08")
                ? new SQLRecoverableException(error.getMessage(), error.state, error.code)
                : super.exception(error);
    }

    @Override
    public SQLException closedConnection() {
        return new SQLRecoverableException("ORA-17008: Closed connection", "08003", 17008);
    }

    @Override
    public SQLException closedStatement() {
        return new SQLException("ORA-17009: Closed statement", "99999", 17009);
    }

    @Override
    public SQLException closedRows() {
        return new SQLException("ORA-17010: Closed ResultSet", "99999", 17010);
    }
}
