package io.poolagent.core.jvm;

import java.lang.reflect.Field;

/** Reflection on other people's fields. */
public final class Fields {
    private Fields() {}

    /** Makes a field readable. Returns false where the module system or a security manager does not allow it. */
    public static boolean open(Field field) {
        try {
            field.setAccessible(true);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
