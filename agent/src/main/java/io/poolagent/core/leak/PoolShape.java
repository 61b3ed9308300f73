package io.poolagent.core.leak;

import static org.objectweb.asm.Opcodes.*;

import io.poolagent.core.jvm.Agents;
import io.poolagent.core.jvm.Privileged;
import io.poolagent.core.lease.Frames;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;

/**
 * Whether a connection was acquired by a pool of the application's own: by a class with a method that returns a
 * connection which it takes out of a list, a queue, a map or an array, as its code says. Looked at once for each class by
 * which a connection came that is about to be suspected. Any thread may use it.
 */
final class PoolShape extends ClassVisitor {
    private static final int MOST_KNOWN = 1_000;
    private static final Map<String, Boolean> KNOWN = new ConcurrentHashMap<>();

    private static final Pattern CONTAINER = Pattern.compile(
            "java/util/(concurrent/)?\\w*(List|Vector|Stack|Queue|Deque|Map|Hashtable|Dictionary|Set|Iterator|Enumeration|Collection)");
    private static final Set<String> READING = new HashSet<>(Arrays.asList(
            "get",
            "remove",
            "poll",
            "pop",
            "take",
            "next",
            "nextElement",
            "elementAt",
            "first",
            "last",
            "firstElement",
            "lastElement",
            "element",
            "peek",
            "getFirst",
            "getLast",
            "removeFirst",
            "removeLast",
            "pollFirst",
            "pollLast",
            "takeFirst",
            "takeLast",
            "peekFirst",
            "peekLast"));

    private static final String CONNECTION = "java/sql/Connection";

    private final Predicate<String> keeping;
    private boolean found;

    private PoolShape(Predicate<String> keeping) {
        super(ASM9);
        this.keeping = keeping;
    }

    /** @param frames of the acquiring thread */
    static boolean isIn(StackTraceElement[] frames) {
        int first = Frames.first(frames);
        boolean made = true; // an entry of a pool may connect as it is made: its pool is the caller
        for (int i = 0; i < frames.length && (i <= first || made); i++) {
            String name = frames[i].getClassName();
            if (Frames.isOfApplication(name) && is(name)) {
                return true;
            }
            made = i < first || frames[i].getMethodName().equals("<init>");
        }
        return false;
    }

    private static boolean is(String className) {
        Boolean known = KNOWN.get(className);
        if (known == null) {
            known = false;
            for (Class<?> each : Agents.loadedClasses()) {
                if (each.getName().equals(className) && each.getClassLoader() != null) {
                    known |= Privileged.call(() -> is(each));
                }
            }
            if (KNOWN.size() < MOST_KNOWN) {
                KNOWN.put(className, known);
            }
        }
        return known;
    }

    private static boolean is(Class<?> type) {
        String file = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getClassLoader().getResourceAsStream(file)) {
            return in != null && is(new ClassReader(in), name -> keeps(name, type.getClassLoader()));
        } catch (IOException | RuntimeException | LinkageError e) {
            return false; // a class that was made while the program runs, or newer than we know
        }
    }

    /** Whether a loaded class is a connection's, or has one in a field. */
    private static boolean keeps(String internalName, ClassLoader loader) {
        String name = internalName.replace('/', '.');
        for (Class<?> each : Agents.loadedClasses()) {
            if (each.getName().equals(name) && each.getClassLoader() == loader) {
                return Connection.class.isAssignableFrom(each)
                        || Arrays.stream(each.getDeclaredFields())
                                .anyMatch(field -> Connection.class.isAssignableFrom(field.getType()));
            }
        }
        return false;
    }

    /** @param keeping whether another class of the application's, by its internal name, keeps a connection */
    static boolean is(ClassReader reader, Predicate<String> keeping) {
        PoolShape shape = new PoolShape(keeping);
        reader.accept(shape, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return shape.found;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return descriptor.endsWith(")L" + CONNECTION + ";") ? new Giving() : null;
    }

    private boolean isKept(String internalName) {
        return internalName.equals(CONNECTION) || !internalName.startsWith("java/") && keeping.test(internalName);
    }

    /** Looks at the code of a method that returns a connection. */
    private final class Giving extends MethodVisitor {
        private boolean read;
        private boolean array;

        Giving() {
            super(ASM9);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean itf) {
            read = READING.contains(name) && CONTAINER.matcher(owner).matches();
        }

        /** Follows at once what is read from a container, with or without generics. */
        @Override
        public void visitTypeInsn(int opcode, String type) {
            found |= read && opcode == CHECKCAST && isKept(type);
            read = false;
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            read = false;
            array |= descriptor.startsWith("[L") && isKept(descriptor.substring(2, descriptor.length() - 1));
        }

        @Override
        public void visitInsn(int opcode) {
            read = false;
            found |= opcode == AALOAD && array;
        }

        @Override
        public void visitVarInsn(int opcode, int variable) {
            read = false;
        }
    }
}
