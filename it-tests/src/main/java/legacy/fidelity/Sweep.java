package legacy.fidelity;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Calls every method that the JDK declares for a kind of object, each on a fresh one, and prints what came of it. */
final class Sweep {
    /** What happens between getting an object and calling it. */
    interface Between {
        void run(Connection connection, Object... objects) throws Exception;
    }

    private final Bench bench;
    private final Supplier<String> afterwards;
    private final Arguments arguments;

    /**
     * A sweep.
     *
     * @param nulls whether arguments are null or -1
     * @param afterwards what is to be said after each call
     */
    Sweep(Bench bench, boolean nulls, Supplier<String> afterwards) {
        this.bench = bench;
        this.afterwards = afterwards;
        arguments = new Arguments(bench.product.one(), nulls);
    }

    /** Prints one line for each method; a connection is closed for each of its own, other objects share one. */
    void over(Subject subject, Between between) throws Exception {
        if (subject != Subject.CONNECTION) {
            call(subject, between, methods(subject.type));
            return;
        }
        for (Method method : methods(Connection.class)) {
            call(subject, between, method);
        }
    }

    private void call(Subject subject, Between between, Method... methods) throws Exception {
        Connection connection = bench.account.connect();
        Object[] objects = new Object[methods.length];
        try {
            for (int i = 0; i < methods.length; i++) {
                objects[i] = subject.from(connection, bench.product);
            }
        } catch (SQLException e) {
            System.out.println("not to be had: " + Show.failure(e));
            end(connection);
            return;
        }
        between.run(connection, objects);
        for (int i = 0; i < methods.length; i++) {
            Object object = objects[i];
            Method method = methods[i];
            System.out.println(signature(method) + " " + Bench.answer(() -> call(object, method)) + afterwards.get());
        }
        end(connection);
    }

    private static void end(Connection connection) {
        Bench.quietly(() -> {
            if (!connection.isClosed() && !connection.getAutoCommit()) {
                connection.rollback();
            }
        });
        Bench.quietly(connection::close);
    }

    private String call(Object object, Method method) throws Exception {
        Object result;
        try {
            result = method.invoke(object, arguments.of(method));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error) {
                return "error " + Show.failure(e.getCause());
            }
            throw (Exception) e.getCause();
        }
        return method.getReturnType() == void.class ? "done" : Show.value(result) + use(result);
    }

    /** What is got from a closed object may be as closed, or not. */
    private String use(Object result) {
        if (result instanceof Statement) {
            return ", used: " + Bench.answer(() -> ((Statement) result).execute(bench.product.one()));
        }
        if (result instanceof ResultSet) {
            return ", used: " + Bench.answer(() -> ((ResultSet) result).next());
        }
        if (result instanceof DatabaseMetaData) {
            return ", used: " + Bench.answer(() -> ((DatabaseMetaData) result).getTableTypes());
        }
        if (result instanceof Connection) {
            return ", used: " + Bench.answer(() -> ((Connection) result).createStatement());
        }
        return "";
    }

    /** cancel() has its effect some time later: in the middle of what comes next, or when its session is gone. */
    private Method[] methods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> !cancelsLate() || !method.getName().equals("cancel"))
                .sorted(Comparator.comparing(Sweep::signature))
                .toArray(Method[]::new);
    }

    private boolean cancelsLate() {
        return bench.product == Product.HSQLDB || bench.product == Product.MARIADB;
    }

    private static String signature(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(",", method.getName() + "(", ")"));
    }
}
