package io.poolagent.core.lease;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the declarations of methods tell of connections, generic ones too. Stateless; any thread may use it. */
final class Declarations {
    private Declarations() {}

    /** The methods of a class, by name, that are more than {@link Handing#NONE}: overloads count together. */
    static Map<String, Handing> of(Class<?> type) {
        Method[] methods;
        try {
            methods = type.getDeclaredMethods();
        } catch (RuntimeException | LinkageError e) {
            return Collections.emptyMap(); // it names classes that are not there
        }
        Map<String, Handing> known = new HashMap<>();
        if (Wrappers.is(type)) {
            known.put("<init>", Handing.RETURNS);
        }
        boolean opens = Wrappers.isItself(type);
        Set<String> generic = new HashSet<>();
        Set<String> takers = new HashSet<>();
        Set<String> bridges = new HashSet<>();
        for (Method method : methods) {
            String name = method.getName();
            if (method.isBridge() && method.getReturnType() == Object.class) {
                bridges.add(name);
            } else if (isConnection(method.getReturnType())
                    || isTrue(method, Declarations::returnsConnection)
                    || isTrue(method, Wrappers::isReturnedBy)) {
                known.put(name, isLambda(method) ? Handing.FUNCTION : Handing.RETURNS);
            } else if (opens && Wrappers.isOpening(method)) {
                known.put(name, Handing.RETURNS);
            } else if (isHandler(method)) {
                known.putIfAbsent(name, Handing.HANDLER);
            } else if (isTrue(method, Declarations::returnsVariable)) {
                (isTrue(method, each -> !takesConnections(each)) ? generic : takers).add(name);
            }
        }
        for (String name : bridges) {
            known.computeIfPresent(name, (same, handing) -> handing == Handing.RETURNS ? Handing.FUNCTION : handing);
        }
        generic.removeAll(takers);
        for (String name : generic) {
            known.putIfAbsent(name, Handing.GENERIC);
        }
        return known.isEmpty() ? Collections.emptyMap() : known;
    }

    /** False where classes are missing that the declaration names. */
    private static boolean isTrue(Method method, Predicate<Method> question) {
        try {
            return question.test(method);
        } catch (RuntimeException | LinkageError e) {
            return false;
        }
    }

    private static boolean isLambda(Method method) {
        return method.isSynthetic() && PlaceSearch.isLambda(method.getName());
    }

    /** But for one that is declared as a connection. */
    private static boolean returnsConnection(Method method) {
        Class<?> erased = method.getReturnType();
        return (erased.isArray() || erased.getTypeParameters().length > 0)
                && gives(method.getGenericReturnType(), Declarations::isConnection);
    }

    private static boolean isConnection(Type type) {
        return type instanceof Class && Connection.class.isAssignableFrom((Class<?>) type);
    }

    /** An InvocationHandler's method, or the body of a lambda that is one. */
    private static boolean isHandler(Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        int last = parameters.length - 1;
        return method.getReturnType() == Object.class
                && last >= 2
                && parameters[last] == Object[].class
                && parameters[last - 1] == Method.class
                && parameters[last - 2] == Object.class
                && (isLambda(method)
                        || method.getName().equals("invoke")
                                && InvocationHandler.class.isAssignableFrom(method.getDeclaringClass()));
    }

    /** Whether it returns what something gives that it is given. */
    private static boolean returnsVariable(Method method) {
        if (method.getReturnType().isPrimitive() || method.getTypeParameters().length == 0) {
            return false;
        }
        Type returned = method.getGenericReturnType();
        return returned instanceof TypeVariable
                && ((TypeVariable<?>) returned).getGenericDeclaration().equals(method)
                && Arrays.stream(method.getGenericParameterTypes()).anyMatch(each -> gives(each, returned::equals));
    }

    /** Whether it is given a connection, or something that works with one: it may have acquired that one itself. */
    private static boolean takesConnections(Method method) {
        for (Type each : method.getGenericParameterTypes()) {
            Class<?> raw = raw(each);
            if (isConnection(each) || isOfConnections(each) || raw != null && hasTaker(raw)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfConnections(Type type) {
        if (type instanceof WildcardType) {
            WildcardType wildcard = (WildcardType) type;
            return isAnyOfConnections(wildcard.getUpperBounds()) || isAnyOfConnections(wildcard.getLowerBounds());
        }
        return isConnection(type)
                || type instanceof ParameterizedType
                        && isAnyOfConnections(((ParameterizedType) type).getActualTypeArguments());
    }

    private static boolean isAnyOfConnections(Type[] types) {
        return Arrays.stream(types).anyMatch(Declarations::isOfConnections);
    }

    private static boolean hasTaker(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .flatMap(each -> Arrays.stream(each.getParameterTypes()))
                .anyMatch(Declarations::isConnection);
    }

    private static @Nullable Class<?> raw(Type type) {
        Type raw = type instanceof ParameterizedType ? ((ParameterizedType) type).getRawType() : type;
        return raw instanceof Class ? (Class<?>) raw : null;
    }

    /** Whether a wanted type can be taken from one: a list's element, what a supplier supplies, not what a consumer takes. */
    private static boolean gives(Type type, Predicate<Type> wanted) {
        if (wanted.test(type)) {
            return true;
        }
        if (type instanceof Class) {
            Class<?> element = ((Class<?>) type).getComponentType();
            return element != null && gives(element, wanted);
        }
        if (type instanceof GenericArrayType) {
            return gives(((GenericArrayType) type).getGenericComponentType(), wanted);
        }
        if (type instanceof WildcardType) {
            return Arrays.stream(((WildcardType) type).getUpperBounds()).anyMatch(each -> gives(each, wanted));
        }
        return type instanceof ParameterizedType && givesArgument((ParameterizedType) type, wanted);
    }

    private static boolean givesArgument(ParameterizedType type, Predicate<Type> wanted) {
        Class<?> raw = (Class<?>) type.getRawType();
        Method function = function(raw);
        Type[] arguments = type.getActualTypeArguments();
        TypeVariable<?>[] variables = raw.getTypeParameters();
        for (int i = 0; i < Math.min(arguments.length, variables.length); i++) {
            TypeVariable<?> variable = variables[i];
            if ((function == null || gives(function.getGenericReturnType(), inherited(function, raw, variable)))
                    && gives(arguments[i], wanted)) {
                return true;
            }
        }
        return false;
    }

    /** A method that comes from another interface tells of that one's variables: then any will do. */
    private static Predicate<Type> inherited(Method function, Class<?> raw, TypeVariable<?> variable) {
        return function.getDeclaringClass() == raw ? variable::equals : each -> each instanceof TypeVariable;
    }

    /** The one method that an interface wants; null for anything else. */
    private static @Nullable Method function(Class<?> type) {
        Method found = null;
        for (Method each : type.isInterface() ? type.getMethods() : new Method[0]) {
            if (Modifier.isAbstract(each.getModifiers()) && !isOfObject(each)) {
                if (found != null) {
                    return null;
                }
                found = each;
            }
        }
        return found;
    }

    /** Comparator declares equals once more. */
    private static boolean isOfObject(Method method) {
        return method.getName().equals("equals")
                || method.getName().equals("hashCode")
                || method.getName().equals("toString");
    }
}
