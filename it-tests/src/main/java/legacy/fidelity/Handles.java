package legacy.fidelity;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Wrapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;

/** What the objects are that a program gets: their classes, interfaces and identities. */
public final class Handles implements Topic {
    /** How the name of a class ends that was made for this purpose only. */
    private static final String MADE = "$PoolAgent";

    /** Those whose classes cannot be extended in H2; their interfaces have to do. */
    private static final Set<Subject> FINAL_IN_H2 = EnumSet.of(
            Subject.METADATA,
            Subject.CALLABLE,
            Subject.ROWS,
            Subject.SCROLLABLE_ROWS,
            Subject.CATALOG_ROWS,
            Subject.ROWS_METADATA,
            Subject.PARAMETER_METADATA,
            Subject.ARRAY,
            Subject.BLOB,
            Subject.CLOB,
            Subject.XML);

    @Override
    public void setUp(Bench bench) throws SQLException {
        Rows.make(bench);
        Functions.make(bench);
    }

    @Override
    public void list(Cases cases) {
        for (Subject each : Subject.values()) {
            String name = each.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            boolean isFinal = cases.product() == Product.H2 && FINAL_IN_H2.contains(each);
            cases.add("classes of " + name, bench -> with(bench, each, object -> classes(bench, object, isFinal)));
            cases.add("equality of " + name, bench -> equality(bench, each));
            cases.add(
                    "reflection on " + name,
                    bench -> with(bench, each, object -> reflection(bench, each, object, isFinal)));
        }
        Relations.list(cases);
    }

    private interface Body {
        void with(Object object) throws SQLException;
    }

    /** On a fresh connection and on one that was used before. */
    private static void with(Bench bench, Subject subject, Body body) throws SQLException {
        for (int lease = 0; lease < 2; lease++) {
            try (Connection connection = bench.connect()) {
                Object object;
                try {
                    object = subject.from(connection, bench.product);
                } catch (SQLException e) {
                    System.out.println("not to be had: " + Show.failure(e));
                    return;
                }
                if (object == null) {
                    System.out.println("null");
                    return;
                }
                body.with(object);
                Bench.quietly(connection::rollback);
            }
        }
    }

    private static void classes(Bench bench, Object object, boolean isFinal) {
        List<Class<?>> types = new ArrayList<>();
        Set<String> interfaces = new TreeSet<>();
        for (Class<?> type = object.getClass(); type != Object.class; type = type.getSuperclass()) {
            if (!type.getName().endsWith(MADE) && !isFinal) {
                types.add(type);
            }
            collect(type, interfaces, types);
        }
        bench.say("interfaces", interfaces);
        types.sort(Comparator.comparing(Class::getName));
        for (Class<?> type : types) {
            String name = type.getName();
            System.out.println(name + ": an instance " + type.isInstance(object) + wrapping(object, type));
        }
        System.out.println("String:" + wrapping(object, String.class));
        System.out.println("Object:" + wrapping(object, Object.class));
    }

    /** Public interfaces of a class; a program cannot name the others. */
    private static void collect(Class<?> type, Set<String> names, List<Class<?>> types) {
        for (Class<?> each : type.getInterfaces()) {
            boolean ofLanguage = each.getName().startsWith("java.lang.");
            if (!ofLanguage && Modifier.isPublic(each.getModifiers()) && names.add(each.getName())) {
                types.add(each);
            }
            collect(each, names, types);
        }
    }

    private static String wrapping(Object object, Class<?> type) {
        if (!(object instanceof Wrapper)) {
            return ", no wrapper";
        }
        Wrapper wrapper = (Wrapper) object;
        return ", wraps it " + Bench.answer(() -> wrapper.isWrapperFor(type)) + ", unwrapped the same "
                + Bench.answer(() -> wrapper.unwrap(type) == object);
    }

    @SuppressWarnings({"SelfEquals", "EqualsNull"}) // what a handle answers to that is the question
    private static void equality(Bench bench, Subject subject) throws SQLException {
        with(bench, subject, object -> {
            Map<Object, String> byHash = new HashMap<>();
            IdentityHashMap<Object, String> byIdentity = new IdentityHashMap<>();
            Map<Object, String> weakly = new WeakHashMap<>();
            byHash.put(object, "found");
            byIdentity.put(object, "found");
            weakly.put(object, "found");
            int hash = object.hashCode();
            String text = Bench.answer(object::toString);
            System.out.println(Show.stable(text));
            if (object instanceof AutoCloseable) {
                Bench.quietly(((AutoCloseable) object)::close);
            }
            System.out.println(Show.stable(Bench.answer(object::toString)));
            bench.say("text stays", text.equals(Bench.answer(object::toString)));
            bench.say("hash stays", hash == object.hashCode());
            bench.say("found", byHash.get(object) + " " + byIdentity.get(object) + " " + weakly.get(object));
            for (Object other : new Object[] {object, null, "text"}) {
                bench.say("equals " + (other == object ? "itself" : "" + other), object.equals(other));
            }
        });
        if (bench.product == Product.DERBY && subject != Subject.CONNECTION) {
            return; // rows that may be updated lock them, and plans share what describes them
        }
        try (Connection one = bench.connect();
                Connection other = bench.connect()) {
            bench.ask(
                    "two are equal",
                    () -> Objects.equals(subject.from(one, bench.product), subject.from(other, bench.product)));
            Bench.quietly(one::rollback);
            Bench.quietly(other::rollback);
        }
    }

    /** Frameworks without the driver on their class path ask by reflection, or make proxies of what they got. */
    private static void reflection(Bench bench, Subject subject, Object object, boolean isFinal) {
        Class<?> type = object.getClass();
        bench.say(
                "package",
                type.getPackage() == null ? "none" : type.getPackage().getName());
        if (!isFinal) {
            bench.say("loader", type.getClassLoader() == Rows.class.getClassLoader());
        }
        bench.say("synthetic", type.isSynthetic());
        bench.ask("method of its class", () -> {
            try {
                return type.getMethod("hashCode").invoke(object).equals(object.hashCode());
            } catch (InvocationTargetException e) {
                return e.getCause();
            }
        });
        String name = subject.type == Connection.class ? "getAutoCommit" : "toString";
        Class<?> ofDriver = type.getName().endsWith(MADE) ? type.getSuperclass() : type;
        if (Modifier.isPublic(ofDriver.getModifiers())) {
            bench.ask(
                    "method that the driver declares",
                    () -> Show.stable(String.valueOf(type.getMethod(name).invoke(object))));
        }
        bench.ask("proxy of its class's interfaces", () -> {
            Class<?>[] interfaces = Arrays.stream(type.getInterfaces())
                    .filter(each -> Modifier.isPublic(each.getModifiers()))
                    .toArray(Class<?>[]::new);
            Object proxy =
                    Proxy.newProxyInstance(Rows.class.getClassLoader(), interfaces, (self, method, arguments) -> null);
            return subject.type.isInstance(proxy);
        });
    }
}
