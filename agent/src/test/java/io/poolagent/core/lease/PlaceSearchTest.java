package io.poolagent.core.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.poolagent.core.jvm.CallFlow;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which method of the application's is told that it has to close a connection. The stacks are those of real calls. */
class PlaceSearchTest {
    /** The agent's own frames are never a place. */
    private static final String OURS = "io.poolagent.core.lease.";

    private static final String ACMES = "com.acme.";

    private static StackTraceElement[] stack = {};

    private final Retry retry = new Retry();

    /** Stands for a driver: what acquires. */
    static @Nullable Connection getConnection() {
        stack = Arrays.stream(new Throwable().getStackTrace())
                .map(each -> new StackTraceElement(
                        each.getClassName().replace(OURS, ACMES), each.getMethodName(), null, each.getLineNumber()))
                .toArray(StackTraceElement[]::new);
        return null;
    }

    private static String place() {
        return stack[Frames.first(stack, PlaceSearchTest::declared, PlaceSearchTest::unknown)].getMethodName();
    }

    /** What the code does is looked at by a test of its own. */
    private static CallFlow.Goes unknown(StackTraceElement caller, String callee, boolean ofApplication) {
        return CallFlow.Goes.SOMEWHERE;
    }

    private static Handing declared(String className, String method) {
        try {
            return Declarations.of(Class.forName(className.replace(ACMES, OURS)))
                    .getOrDefault(method, Handing.NONE);
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Optional<Connection> maybe() {
        return Optional.ofNullable(getConnection());
    }

    static CompletableFuture<Connection> future() {
        return CompletableFuture.completedFuture(getConnection());
    }

    static List<? extends Connection> list() {
        getConnection();
        return List.of();
    }

    static Map<String, Supplier<Connection>> map() {
        getConnection();
        return Map.of();
    }

    @SuppressWarnings("AvoidObjectArrays")
    static Connection @Nullable [] array() {
        getConnection();
        return null;
    }

    static Function<String, Connection> byName() {
        getConnection();
        return each -> getConnection();
    }

    static @Nullable Object object() {
        return getConnection();
    }

    static Consumer<Connection> consumer() {
        getConnection();
        return each -> {};
    }

    static Function<Connection, String> consumingFunction() {
        getConnection();
        return each -> "";
    }

    static Optional<String> text() {
        getConnection();
        return Optional.empty();
    }

    @Test
    void aGenericTypeMayHandAConnectionOn() {
        maybe();
        assertEquals("aGenericTypeMayHandAConnectionOn", place());
        CompletableFuture<Connection> unused = future();
        assertEquals("aGenericTypeMayHandAConnectionOn", place());
        list();
        assertEquals("aGenericTypeMayHandAConnectionOn", place());
        map();
        assertEquals("aGenericTypeMayHandAConnectionOn", place());
        array();
        assertEquals("aGenericTypeMayHandAConnectionOn", place());
        byName();
        assertEquals("aGenericTypeMayHandAConnectionOn", place());
    }

    @Test
    void whatTakesAConnectionOrSaysNothingHandsNoneOn() {
        object();
        assertEquals("object", place());
        consumer();
        assertEquals("consumer", place());
        consumingFunction();
        assertEquals("consumingFunction", place());
        text();
        assertEquals("text", place());
    }

    /** What the tests below look at. */
    private static final class Retry {
        <T> T retry(Callable<T> work) throws Exception {
            return retry(work, 2);
        }

        <T> T retry(Callable<T> work, int times) throws Exception {
            return times > 0 ? work.call() : retry(work, times - 1);
        }

        <T> T inConnection(Function<Connection, T> work) {
            return work.apply(PlaceSearchTest.getConnection());
        }

        @SuppressWarnings("UnnecessaryLambda") // a method would not be seen in a stack as a lambda is
        private final Supplier<Connection> factory = () -> PlaceSearchTest.getConnection();

        <T> T inTransaction(Callable<T> work) throws Exception {
            Connection unused = factory.get();
            return work.call();
        }

        <T> T withFactory(Work<T> work) {
            return work.with(factory.get());
        }

        <T> T bound(Callable<T> work) throws Exception {
            PlaceSearchTest.getConnection();
            return work.call();
        }
    }

    /** As frameworks at home have them. */
    interface Work<T> {
        T with(Connection connection);
    }

    @Test
    void whatReturnsItsFunctionsResultHandsItOn() throws Exception {
        retry.retry(() -> getConnection());
        assertEquals("whatReturnsItsFunctionsResultHandsItOn", place());
        retry.retry(new Callable<Connection>() {
            @Override
            public @Nullable Connection call() {
                return getConnection();
            }
        });
        assertEquals("whatReturnsItsFunctionsResultHandsItOn", place());
    }

    private Connection viaRetry() throws Exception {
        return retry.retry(() -> getConnection());
    }

    @Test
    void theSearchGoesOnBelowARetry() throws Exception {
        viaRetry();
        assertEquals("theSearchGoesOnBelowARetry", place());
    }

    @Test
    void aTemplateThatAcquiresByItselfIsThePlace() throws Exception {
        retry.inConnection(each -> 1);
        assertEquals("inConnection", place());
        retry.inTransaction(() -> 1);
        assertEquals("inTransaction", place());
        retry.withFactory(each -> 1);
        assertEquals("withFactory", place());
        retry.bound(() -> 1);
        assertEquals("bound", place());
    }

    /** A data source behind a proxy, or a service that acquires by itself. */
    private static final class Handler implements InvocationHandler {
        @Override
        public @Nullable Object invoke(Object proxy, java.lang.reflect.Method method, Object[] arguments) {
            return getConnection();
        }
    }

    /** Of a service. */
    interface Service {
        void serve();
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Test
    void aDataSourcesInvocationHandlerIsNoPlace() throws SQLException {
        proxy(DataSource.class, new Handler()).getConnection();
        assertEquals("aDataSourcesInvocationHandlerIsNoPlace", place());
        proxy(DataSource.class, (proxy, method, arguments) -> getConnection()).getConnection();
        assertEquals("aDataSourcesInvocationHandlerIsNoPlace", place());
    }

    @Test
    void aServicesInvocationHandlerIs() {
        proxy(Service.class, new Handler()).serve();
        assertEquals("invoke", place());
    }

    private static @Nullable Connection outer() {
        return getConnection();
    }

    @Test
    void whereAllHandOnItIsTheOutermost() {
        outer();
        stack = new StackTraceElement[] {stack[0], stack[1], new StackTraceElement("java.lang.Thread", "run", null, 1)};
        assertEquals("outer", place());
    }

    /** As Java 8 shows a lambda's class. */
    @ParameterizedTest
    @ValueSource(strings = {"$$Lambda$1/1234", "$$Lambda$14/0x0000000800066840", "$$Lambda/0x00007f"})
    void aLambdasOwnClassIsNoPlace(String ending) {
        outer();
        StackTraceElement lambda = new StackTraceElement(ACMES + "Dao" + ending, "call", null, -1);
        stack = new StackTraceElement[] {stack[0], stack[1], lambda, stack[2]};
        assertEquals("aLambdasOwnClassIsNoPlace", place());
    }

    /** An application's own transaction, which connects as it is made. */
    @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // they are declared, as applications' are
    private static class Tx implements AutoCloseable {
        @Nullable
        Connection connection = getConnection();

        @Override
        public void close() {
            connection = null;
        }
    }

    private static final class OrderTx extends Tx {}

    private static Tx begin() {
        return new OrderTx();
    }

    private static AutoCloseable closeable() {
        getConnection();
        return () -> {};
    }

    /** Connects when it is told to. */
    @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // they are declared, as applications' are
    private static final class Db {
        @Nullable
        Connection connection;

        void open() {
            connection = getConnection();
        }

        void load() {
            getConnection();
        }

        void disconnect() {
            connection = null;
        }
    }

    /** Binds one to the thread. */
    @SuppressWarnings({"UnusedMethod", "ThreadLocalUsage"}) // as above
    private static final class Transactions {
        private static final ThreadLocal<@Nullable Connection> CURRENT = new ThreadLocal<>();

        static void beginTransaction() {
            CURRENT.set(getConnection());
        }

        static void commit() {
            CURRENT.remove();
        }
    }

    /** Its connection is nobody else's to close. */
    @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // they are declared, as applications' are
    private static final class Loader {
        final @Nullable Connection connection = getConnection();
    }

    @Test
    void whatMakesOrOpensAnObjectWithAConnectionHasToCloseIt() {
        Tx unused = new OrderTx();
        assertEquals("whatMakesOrOpensAnObjectWithAConnectionHasToCloseIt", place());
        unused = begin();
        assertEquals("whatMakesOrOpensAnObjectWithAConnectionHasToCloseIt", place());
        closeable();
        assertEquals("whatMakesOrOpensAnObjectWithAConnectionHasToCloseIt", place());
        new Db().open();
        assertEquals("whatMakesOrOpensAnObjectWithAConnectionHasToCloseIt", place());
        Transactions.beginTransaction();
        assertEquals("whatMakesOrOpensAnObjectWithAConnectionHasToCloseIt", place());
    }

    @Test
    void anObjectsWorkOrOneThatCanNotBeClosedIsThePlace() {
        new Db().load();
        assertEquals("load", place());
        Loader unused = new Loader();
        assertEquals("<init>", place());
    }
}
