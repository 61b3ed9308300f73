package legacy.fidelity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import legacy.Session;

/** Every method of every object got from a connection, called when the connection has been closed. */
public final class AfterClose implements Topic {
    @Override
    public void setUp(Bench bench) throws SQLException {
        Rows.make(bench);
        Functions.make(bench);
    }

    @Override
    public void list(Cases cases) {
        each(cases, "connection closed", plainly((connection, objects) -> close(connection)));
        each(cases, "closed, then its connection", plainly((connection, objects) -> {
            closeThemselves(objects);
            close(connection);
        }));
        each(cases, "closed, its connection open", plainly((connection, objects) -> closeThemselves(objects)));
        each(cases, "connection aborted", plainly((connection, objects) -> connection.abort(Runnable::run)));
        each(cases, "connection closed and another in work", AfterClose::whileAnotherWorks);
        each(cases, "open", plainly((connection, objects) -> {}));
        each(cases, "open, without arguments", withoutArguments((connection, objects) -> {}));
        each(
                cases,
                "connection closed, without arguments",
                withoutArguments((connection, objects) -> close(connection)));
    }

    private interface Body {
        void play(Bench bench, Subject subject) throws Exception;
    }

    private static Body plainly(Sweep.Between between) {
        return (bench, subject) -> {
            Rows.fill(bench);
            new Sweep(bench, false, () -> "").over(subject, between);
        };
    }

    private static Body withoutArguments(Sweep.Between between) {
        return (bench, subject) -> new Sweep(bench, true, () -> "").over(subject, between);
    }

    private static void each(Cases cases, String name, Body body) {
        for (Subject subject : Subject.values()) {
            if (subject != Subject.CONNECTION || !name.startsWith("closed,")) {
                String what = subject.name().toLowerCase(Locale.ROOT).replace('_', ' ');
                cases.add(name + ": " + what, bench -> body.play(bench, subject));
            }
        }
    }

    /** The other's transaction, which nobody may end, and its attributes, which nobody may change, are looked at after each call. */
    private static void whileAnotherWorks(Bench bench, Subject subject) throws Exception {
        Rows.fill(bench);
        Connection[] other = new Connection[1];
        new Sweep(bench, false, () -> look(other[0])).over(subject, (connection, objects) -> {
            close(connection);
            if (other[0] != null) {
                other[0].rollback();
                other[0].close();
            }
            other[0] = bench.connect();
            other[0].setAutoCommit(false);
            Session.run(other[0], "INSERT INTO fidelity_rows VALUES (99, 'other')");
        });
    }

    /** Nothing where all is well. */
    private static String look(Connection other) {
        String seen = Bench.answer(() -> Session.first(other, "SELECT count(*) FROM fidelity_rows") + " rows, "
                + other.getAutoCommit() + other.isReadOnly() + other.isClosed());
        return seen.equals("4 rows, falsefalsefalse") ? "" : " but the other sees " + seen;
    }

    private static void close(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
        connection.close();
    }

    private static void closeThemselves(Object... objects) throws Exception {
        for (Object each : objects) {
            if (each instanceof AutoCloseable) {
                ((AutoCloseable) each).close();
            }
        }
    }
}
