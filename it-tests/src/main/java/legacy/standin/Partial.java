package legacy.standin;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLFeatureNotSupportedException;

/** Makes an object of a large interface from one that has only some of its methods. */
final class Partial {
    private Partial() {}

    /**
     * @param body its public methods are called where name and parameters fit; whatever it does not have is unsupported
     */
    static <T> T of(Class<T> type, Object body, Class<?>... more) {
        Class<?>[] types = new Class<?>[more.length + 1];
        types[0] = type;
        System.arraycopy(more, 0, types, 1, more.length);
        return type.cast(Proxy.newProxyInstance(Partial.class.getClassLoader(), types, (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return method.getName().equals("equals") ? proxy == arguments[0] : method.invoke(body, arguments);
            }
            return call(body, method, arguments);
        }));
    }

    private static Object call(Object body, Method method, Object[] arguments) throws Throwable {
        Method own;
        try {
            own = body.getClass().getMethod(method.getName(), method.getParameterTypes());
            own.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new SQLFeatureNotSupportedException(method.getName() + ": not by this driver");
        }
        try {
            return own.invoke(body, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
