package legacy.standin.shells;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.concurrent.atomic.AtomicBoolean;

/** Makes objects without running a constructor, because a driver's constructor wants a server. */
final class Shell {
    private Shell() {}

    static Object of(String className) throws ReflectiveOperationException {
        Class<?> unsafe = Class.forName("sun.misc.Unsafe");
        Field instance = unsafe.getDeclaredField("theUnsafe");
        instance.setAccessible(true);
        Method allocate = unsafe.getMethod("allocateInstance", Class.class);
        Object made = allocate.invoke(instance.get(null), Class.forName(className));
        open(made);
        return made;
    }

    /**
     * What must be there so that a connection says that it is open and commits automatically: ojdbc's and mssql-jdbc's keep
     * it in a field, jcc's asks another object as well.
     */
    private static void open(Object made) throws ReflectiveOperationException {
        for (Class<?> at = made.getClass(); at != null; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                Object value = Modifier.isStatic(field.getModifiers()) ? null : value(made, field);
                if (value != null) {
                    field.setAccessible(true);
                    field.set(made, value);
                }
            }
        }
    }

    private static Object value(Object made, Field field) throws ReflectiveOperationException {
        Class<?> type = field.getType();
        switch (field.getName() + " " + type.getSimpleName()) {
            case "lifecycle int":
                return 1;
            case "open_ boolean":
                return true;
            case "markedForAbort AtomicBoolean":
                return new AtomicBoolean();
            case "state State":
                return constant(type, "OPENED");
            default:
                break;
        }
        if (type.getName().equals("oracle.jdbc.internal.Monitor$CloseableLock")) {
            return Class.forName("oracle.jdbc.internal.Monitor")
                    .getMethod("newDefaultLock")
                    .invoke(null);
        }
        if (field.getName().equals("logWriter_") && made.getClass().getName().equals("com.ibm.db2.jcc.t4.a")) {
            return of("com.ibm.db2.jcc.t4.g");
        }
        boolean db2Connection = made.getClass().getName().equals("com.ibm.db2.jcc.t4.b");
        return db2Connection && Class.forName("com.ibm.db2.jcc.am.Agent").isAssignableFrom(type)
                ? of("com.ibm.db2.jcc.t4.a")
                : null;
    }

    private static Object constant(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (constant.toString().equalsIgnoreCase(name)) {
                return constant;
            }
        }
        return null;
    }
}
