package io.poolagent.core.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.objectweb.asm.ClassReader;

/** The code of loaded classes, as their files have it: what has been rewritten since is not in it. Any thread may use it. */
public final class ClassCode {
    private ClassCode() {}

    /**
     * Reads a class's file.
     *
     * @param reading works out what is wanted, with the agent's permissions
     * @param unknown the answer for a class of the JDK's, one that was made while the program runs, and one that is newer than
     *     the agent knows
     */
    public static <T> T read(Class<?> type, Function<ClassReader, T> reading, T unknown) {
        return Privileged.call(() -> {
            ClassLoader loader = type.getClassLoader();
            String file = type.getName().replace('.', '/') + ".class";
            try (InputStream in = loader == null ? null : loader.getResourceAsStream(file)) {
                return in == null ? unknown : reading.apply(new ClassReader(in));
            } catch (IOException | RuntimeException | LinkageError e) {
                return unknown;
            }
        });
    }
}
