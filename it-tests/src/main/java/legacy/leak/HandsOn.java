package legacy.leak;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javax.sql.DataSource;
import legacy.Account;
import legacy.Pause;

/** Leaks of connections that went through several hands. Arguments: URL, user, password. */
public final class HandsOn {
    private static Account account;

    private HandsOn() {}

    public static void main(String[] arguments) throws Exception {
        account = Account.of(arguments);
        optional();
        proxied();
        retried();
        retriedDeep(20);
        templated();
        CompletableFuture.supplyAsync(() -> connected()).get();
        Pause.until(1_000, () -> {
            System.gc();
            return false;
        });
        System.out.println("end");
    }

    private static Connection connected() {
        try {
            return account.connect();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Connection> found() {
        return Optional.of(connected());
    }

    private static void optional() {
        found();
    }

    private static void proxied() throws SQLException {
        InvocationHandler handler = (proxy, method, values) -> connected();
        DataSource source = (DataSource)
                Proxy.newProxyInstance(HandsOn.class.getClassLoader(), new Class<?>[] {DataSource.class}, handler);
        source.getConnection();
    }

    private static <T> T retry(Callable<T> work) throws Exception {
        return work.call();
    }

    private static void retried() throws Exception {
        retry(() -> connected());
    }

    /** A chain of providers that is longer than a look at a part of the stack. */
    private static Connection connected(int depth) {
        return depth == 0 ? connected() : connected(depth - 1);
    }

    private static void retriedDeep(int depth) throws Exception {
        retry(() -> connected(depth));
    }

    private static <T> T template(Function<Connection, T> work) {
        return work.apply(connected());
    }

    private static void templated() {
        template(each -> 1);
    }
}
