package legacy.standin.tds;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import legacy.standin.Product;
import legacy.standin.Reply;
import legacy.standin.ServerError;
import legacy.standin.ServerSession;

/** The server's side of one connection. Used by one thread. */
final class TdsSession implements AutoCloseable {
    private static final int DONE = 0xFD;
    private static final int DONE_PROCEDURE = 0xFE;
    private static final int DONE_IN_PROCEDURE = 0xFF;
    private static final int MORE = 1;
    private static final int FAILED = 2;
    private static final int ATTENTION = 0x20;
    private static final int SELECT = 0xC1;
    private static final int INSERT = 0xC3;

    /** VERSION 16.0.4096 and ENCRYPTION not supported: [MS-TDS] 2.2.6.5. */
    private static final byte[] PRELOGIN = {0, 0, 11, 0, 6, 1, 0, 17, 0, 1, -1, 16, 0, 0x10, 0, 0, 0, 2};

    private final Product product;
    private final Packets packets;
    private ServerSession session;

    TdsSession(Product product, Packets packets) {
        this.product = product;
        this.packets = packets;
    }

    void serve() throws IOException {
        for (byte[] message = packets.read(); message != null; message = packets.read()) {
            Tokens reply = new Tokens();
            switch (packets.type()) {
                case Packets.PRELOGIN:
                    packets.reply(PRELOGIN);
                    continue;
                case Packets.LOGIN:
                    if (!logIn(new Request(message), reply)) {
                        packets.reply(reply.bytes());
                        return;
                    }
                    break;
                case Packets.ATTENTION:
                    reply.done(DONE, ATTENTION, 0, -1);
                    break;
                case Packets.BATCH:
                    if (!reset(reply)) {
                        packets.reply(reply.bytes());
                        return;
                    }
                    run(new Request(message).batch(), reply, false);
                    break;
                case Packets.RPC:
                    if (!reset(reply)) {
                        packets.reply(reply.bytes());
                        return;
                    }
                    run(new Request(message).call(), reply, true);
                    break;
                case Packets.BULK:
                    load(new Request(message).bulk(), reply);
                    break;
                default:
                    throw new IOException("a message of type " + packets.type());
            }
            packets.reply(reply.bytes());
        }
    }

    private boolean logIn(Request login, Tokens reply) {
        String user = login.user();
        try {
            boolean known = user.equals(Product.USER) || user.equals(Product.OTHER_USER);
            if (!known || !Product.PASSWORD.equals(login.password())) {
                throw product.badLogin(user);
            }
            session = product.server().open(product, user.toUpperCase(Locale.ROOT), Integer.MAX_VALUE);
            product.loggedIn(session, new Properties());
            reply.loggedIn(session.get("database")).done(DONE, 0, 0, -1);
            return true;
        } catch (ServerError e) {
            reply.error(e).done(DONE, FAILED, 0, -1);
            return false;
        }
    }

    /**
     * The driver may ask for a fresh session with its next statement. Where somebody else took the session over, the server
     * ends it instead (error 18059); the isolation level stays: "sp_reset_connection" in Microsoft's SQL Server blog.
     */
    private boolean reset(Tokens reply) {
        if (!packets.resets()) {
            return true;
        }
        if (!session.user.equals(session.get("login"))) {
            ServerError dropped = new ServerError(
                    18059,
                    "S0001",
                    "The connection has been dropped because the principal"
                            + " that opened it subsequently assumed a new security context.");
            reply.error(dropped).done(DONE, FAILED, 0, -1);
            return false;
        }
        String isolation = session.get("isolation");
        session.rollback();
        session.reset();
        session.autoCommit(true);
        session.set("isolation", isolation);
        reply.reset();
        return true;
    }

    private void run(String sql, Tokens reply, boolean procedure) {
        String database = session.get("database");
        try {
            Reply answer = session.execute(sql);
            if (!session.get("database").equals(database)) {
                reply.database(session.get("database"), database);
            }
            int token = procedure ? DONE_IN_PROCEDURE : DONE;
            int more = procedure ? MORE : 0;
            if (answer.rows != null) {
                int columns = sql.startsWith("EXEC sp_tables") ? 5 : 1; // of which it has no rows
                reply.rows(columns, answer.rows).done(token, more, SELECT, answer.rows.size());
            } else {
                boolean counts =
                        answer.count > 0 || sql.trim().toLowerCase(Locale.ROOT).startsWith("delete");
                reply.done(token, more, counts ? INSERT : 0, counts ? answer.count : -1);
            }
            if (procedure) {
                reply.status().done(DONE_PROCEDURE, 0, 0, -1);
            }
        } catch (ServerError e) {
            reply.error(e).done(procedure ? DONE_PROCEDURE : DONE, FAILED, 0, -1);
        }
    }

    /** Into the only table that programs load. */
    private void load(List<String> values, Tokens reply) {
        try {
            for (String value : values) {
                session.execute("INSERT INTO work VALUES (" + value + ")");
            }
            reply.done(DONE, 0, INSERT, values.size());
        } catch (ServerError e) {
            reply.error(e).done(DONE, FAILED, 0, -1);
        }
    }

    /** Nobody is there any more. */
    @Override
    public void close() {
        if (session != null) {
            session.end();
        }
    }
}
