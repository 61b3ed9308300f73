package io.poolagent.core.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;

/** What the code of methods as applications have them does with what a call returned. */
class CallFlowTest {
    /** The line of the last {@link #here}, which stands in the line of the call that is looked at. */
    private static int line;

    private static Connection here() {
        line = new Throwable().getStackTrace()[1].getLineNumber();
        return new StandInConnection().asConnection();
    }

    /** Never used as one. */
    private static final class StandInConnection {
        Connection asConnection() {
            return (Connection) java.lang.reflect.Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> method.getReturnType() == boolean.class ? (Object) true : null);
        }
    }

    /** Methods that let go of the connection of {@link #here} nowhere. */
    @SuppressWarnings("unused") // found by their names
    private static final class Nowhere {
        @Nullable
        Connection kept;

        static Connection audited(Connection other) throws SQLException {
            Connection audit = here();
            audit.setAutoCommit(false);
            if (audit.isClosed()) {
                audit.commit();
            }
            return other;
        }

        static Connection chained(Connection other) throws SQLException {
            here().createStatement();
            return other;
        }

        Connection alsoKept(Connection other) throws SQLException {
            kept = other;
            Connection local = here();
            local.setReadOnly(true);
            return kept;
        }

        static Connection helped(Connection other) throws SQLException {
            Connection audit = here();
            work(audit);
            return other;
        }

        private static boolean work(Connection with) throws SQLException {
            return with.isClosed();
        }

        static Connection used(Connection other) throws SQLException {
            Connection audit = here();
            use(1L, audit);
            return other;
        }

        private static void use(long number, Connection audit) throws SQLException {
            apply(audit).setReadOnly(number > 0);
        }

        private static Connection apply(Connection audit) {
            return audit;
        }

        static Connection again(Connection other) throws SQLException {
            Connection one = here();
            use(2L, one);
            one = other;
            return one;
        }
    }

    /** Methods that return it. */
    @SuppressWarnings("unused") // found by their names
    private static final class Back {
        static final List<Object> ALL = new ArrayList<>();

        static Object whatever(Connection other) {
            return here();
        }

        static Object checked(Connection other) throws SQLException {
            Connection made = here();
            if (!made.isValid(1)) {
                throw new SQLException();
            }
            return made;
        }

        static Connection chosen(Connection other) {
            Connection made = other == null ? here() : other;
            return made;
        }

        static Connection backup(Connection other) {
            Connection made;
            try {
                made = here();
            } catch (IllegalStateException e) {
                made = another();
            }
            return made;
        }

        private static Connection another() {
            throw new IllegalStateException();
        }

        static @Nullable Object tried(Connection other) throws SQLException {
            Connection made = null;
            for (int i = 0; i < 2; i++) {
                if (made != null) {
                    return made;
                }
                made = here();
            }
            return null;
        }

        static Connection either(Connection other) throws SQLException {
            Connection made = here();
            if (!made.isClosed()) {
                other.commit();
            } else {
                made = other;
            }
            return made;
        }

        static Connection unlessItWorked(Connection other) throws SQLException {
            Connection made = here();
            try {
                made.commit();
                made = other;
            } catch (IllegalStateException e) {
                other.rollback();
            }
            return made;
        }

        static Connection through(Connection other) throws SQLException {
            Connection made = prepared(here(), other);
            return made;
        }

        private static Connection prepared(Connection made, Connection other) throws SQLException {
            Connection same = made;
            same.setReadOnly(true);
            return same;
        }

        static Object registered(Connection other) {
            Object made = here();
            ALL.add(made);
            return made;
        }
    }

    /** Methods that give it to somebody else. */
    @SuppressWarnings("unused") // found by their names
    private static final class Somewhere {
        static final ThreadLocal<Connection> CURRENT = new ThreadLocal<>();

        @Nullable
        Connection kept;

        void field(Connection other) {
            kept = here();
        }

        void set(Connection other) {
            setKept(other == null ? other : here());
        }

        void handed(Connection other) {
            Connection made = here();
            setKept(made);
        }

        private void setKept(Connection made) {
            kept = made;
        }

        void worked(Connection other) {
            work(here());
        }

        private void work(Connection made) {
            kept = made;
        }

        static Object unwrapped(Connection other) throws SQLException {
            return here().unwrap(Object.class);
        }

        static void bound(Connection other) {
            CURRENT.set(here());
        }

        static Supplier<Connection> captured(Connection other) {
            Connection made = here();
            return () -> made;
        }

        static List<Connection> list(Connection other) {
            return List.of(other, here());
        }

        static Connection[] array(Connection other) {
            return new Connection[] {other, here()};
        }
    }

    private static CallFlow.Goes flow(Object object, String method) throws Exception {
        java.lang.reflect.Method run = object.getClass().getDeclaredMethod(method, Connection.class);
        run.setAccessible(true);
        run.invoke(object, method.equals("chosen") ? null : new StandInConnection().asConnection());
        return CallFlow.of(reader(object.getClass()), method, new WantedCall(line, "here", false));
    }

    private static ClassReader reader(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream(type.getName().replaceAll(".*\\.", "") + ".class")) {
            return new ClassReader(java.util.Objects.requireNonNull(in));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"audited", "chained", "alsoKept", "helped", "used", "again"})
    void nowhere(String method) throws Exception {
        assertEquals(CallFlow.Goes.NOWHERE, flow(new Nowhere(), method));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "whatever",
                "checked",
                "tried",
                "chosen",
                "backup",
                "registered",
                "either",
                "unlessItWorked",
                "through"
            })
    void back(String method) throws Exception {
        assertEquals(CallFlow.Goes.BACK, flow(new Back(), method));
    }

    @ParameterizedTest
    @ValueSource(strings = {"field", "set", "handed", "worked", "unwrapped", "bound", "captured", "list", "array"})
    void somewhere(String method) throws Exception {
        assertEquals(CallFlow.Goes.SOMEWHERE, flow(new Somewhere(), method));
    }

    @Test
    void whatIsNotThereGoesSomewhere() throws Exception {
        ClassReader reader = reader(Back.class);
        assertEquals(CallFlow.Goes.SOMEWHERE, CallFlow.of(reader, "whatever", new WantedCall(1, "here", false)));
        flow(new Back(), "whatever");
        assertEquals(CallFlow.Goes.SOMEWHERE, CallFlow.of(reader, "whatever", new WantedCall(line, "there", false)));
    }

    /** Connects as it is made. */
    @SuppressWarnings("UnusedVariable") // as an application keeps it
    private static class Tx {
        final Connection kept = here();
    }

    private static final class OrderTx extends Tx {
        OrderTx() {
            super();
        }
    }

    /** What a constructor made for the one below is nothing that could be lost there. */
    @Test
    void constructors() throws Exception {
        new OrderTx();
        ClassReader reader = reader(OrderTx.class);
        for (int i = line; i < line + 10; i++) {
            assertEquals(CallFlow.Goes.SOMEWHERE, CallFlow.of(reader, "<init>", new WantedCall(i, "<init>", true)));
        }
    }

    private static Object made() {
        return new OrderTx();
    }

    @Test
    void whatIsMadeAndReturned() throws Exception {
        made();
        boolean back = false;
        for (int i = line; i < line + 40; i++) {
            back |= CallFlow.of(reader(CallFlowTest.class), "made", new WantedCall(i, "<init>", true))
                    == CallFlow.Goes.BACK;
        }
        assertTrue(back);
    }
}
