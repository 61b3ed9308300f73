package io.poolagent.core.leak;

import static org.objectweb.asm.Opcodes.*;

import io.poolagent.core.jvm.Agents;
import io.poolagent.core.jvm.ClassCode;
import io.poolagent.core.lease.Frames;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
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
import org.objectweb.asm.Type;

/**
 * Whether a connection was acquired by a pool of the application's own, as its code says: by a class with a method that
 * returns what it takes out of a list, a queue, a map or an array of its own, and there by a method that returns the
 * connection or puts it into one, or by a constructor. Looked at once for each class by which a connection came that is
 * about to be suspected. Any thread may use it.
 */
final class PoolShape extends ClassVisitor {
    private static final int MOST_KNOWN = 1_000;
    /** The methods of a class by which connections come into its pool; none where it is no pool. */
    private static final Map<String, Set<String>> KNOWN = new ConcurrentHashMap<>();

    private static final Pattern CONTAINER = Pattern.compile(
            "java/util/(concurrent/)?\\w*(List|Vector|Stack|Queue|Deque|Map|Map\\$Entry|Hashtable|Dictionary|Set|Iterator|Enumeration|Collection)");
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
            "peekLast",
            "getKey",
            "getValue",
            "getOrDefault",
            "computeIfAbsent",
            "compute",
            "putIfAbsent"));
    private static final Set<String> STORING = new HashSet<>(Arrays.asList(
            "add",
            "addElement",
            "addFirst",
            "addLast",
            "insertElementAt",
            "put",
            "putIfAbsent",
            "putFirst",
            "putLast",
            "push",
            "offer",
            "offerFirst",
            "offerLast",
            "set",
            "setElementAt"));

    private static final String CONNECTION = "java/sql/Connection";

    private final String self;
    private final Predicate<String> keeping;
    private final Map<String, Boolean> kept = new HashMap<>();
    private final Set<String> makers = new HashSet<>(Arrays.asList("<init>", "<clinit>"));
    private boolean gives;

    private PoolShape(String self, Predicate<String> keeping) {
        super(ASM9);
        this.self = self;
        this.keeping = keeping;
    }

    /** @param frames of the acquiring thread */
    static boolean isIn(StackTraceElement[] frames) {
        int first = Frames.first(frames);
        boolean made = true; // an entry of a pool may connect as it is made: its pool is the caller
        for (int i = 0; i < frames.length && (i <= first || made); i++) {
            String name = frames[i].getClassName();
            String method = frames[i].getMethodName();
            if (Frames.isOfApplication(name) && makers(name).contains(method)) {
                return true;
            }
            made = i < first || method.equals("<init>");
        }
        return false;
    }

    private static Set<String> makers(String className) {
        Set<String> known = KNOWN.get(className);
        if (known == null) {
            known = new HashSet<>();
            for (Class<?> each : Agents.loadedClasses(className)) {
                ClassLoader loader = each.getClassLoader();
                known.addAll(ClassCode.read(
                        each, reader -> makers(reader, name -> keeps(name, loader)), Collections.<String>emptySet()));
            }
            if (KNOWN.size() < MOST_KNOWN) {
                KNOWN.put(className, known);
            }
        }
        return known;
    }

    /** Whether a loaded class is a connection's, or has one in a field. */
    private static boolean keeps(String internalName, ClassLoader loader) {
        for (Class<?> each : Agents.loadedClasses(internalName.replace('/', '.'))) {
            if (each.getClassLoader() == loader) {
                return Connection.class.isAssignableFrom(each)
                        || Arrays.stream(each.getDeclaredFields())
                                .anyMatch(field -> Connection.class.isAssignableFrom(field.getType()));
            }
        }
        return false;
    }

    /**
     * The methods by which connections come into a pool; none where the class is none.
     *
     * @param keeping whether another class of the application's, by its internal name, keeps a connection
     */
    static Set<String> makers(ClassReader reader, Predicate<String> keeping) {
        PoolShape shape = new PoolShape(reader.getClassName(), keeping);
        reader.accept(shape, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return shape.gives ? shape.makers : Collections.emptySet();
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        if (descriptor.endsWith(")L" + CONNECTION + ";")) {
            makers.add(name);
        }
        return new Body(access, name, descriptor);
    }

    /** Whether a type is a connection's, or one of the application's own that has one. */
    private boolean isKept(Type type) {
        if (type.getSort() != Type.OBJECT) {
            return false;
        }
        String name = type.getInternalName();
        return name.equals(CONNECTION)
                || !name.startsWith("java/") && kept.computeIfAbsent(name, each -> keeping.test(each));
    }

    /** Follows what is kept from where it comes to the next call, roughly: through variables, not through branches. */
    private final class Body extends MethodVisitor {
        private final String method;
        private final boolean returnsKept;
        private final Set<Integer> keptVariables = new HashSet<>();
        /** Just read from a container, not yet known as what. */
        private boolean read;

        /** A field of the class's own was read that may hold connections: an array of them, or a container of whatever. */
        private boolean keptArray;

        private boolean ownContainer;
        /** Something that is kept was put on the stack since the last call. */
        private boolean holds;

        Body(int access, String method, String descriptor) {
            super(ASM9);
            this.method = method;
            this.returnsKept = isKept(Type.getReturnType(descriptor));
            int at = (access & ACC_STATIC) == 0 ? 1 : 0;
            for (Type each : Type.getArgumentTypes(descriptor)) {
                if (isKept(each)) {
                    keptVariables.add(at);
                }
                at += each.getSize();
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean itf) {
            boolean container = CONTAINER.matcher(owner).matches();
            if (container && ownContainer && holds && STORING.contains(name)) {
                makers.add(method);
            }
            read = container && READING.contains(name);
            holds = name.equals("<init>") ? isKept(Type.getObjectType(owner)) : isKept(Type.getReturnType(descriptor));
        }

        /** Follows at once what is read from a container, with or without generics. */
        @Override
        public void visitTypeInsn(int opcode, String type) {
            boolean cast = opcode == CHECKCAST && !type.startsWith("[") && isKept(Type.getObjectType(type));
            gives |= read && cast && returnsKept && ownContainer;
            read = false;
            holds |= cast;
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            read = false;
            Type type = Type.getType(descriptor);
            if (owner.equals(self)) {
                keptArray |= type.getSort() == Type.ARRAY && isKept(type.getElementType());
                ownContainer |= type.getSort() == Type.OBJECT
                        && CONTAINER.matcher(type.getInternalName()).matches();
            }
            holds |= (opcode == GETFIELD || opcode == GETSTATIC) && isKept(type);
        }

        @Override
        public void visitInsn(int opcode) {
            read = false;
            gives |= opcode == AALOAD && keptArray && returnsKept;
            if (opcode == AASTORE && keptArray && holds) {
                makers.add(method);
            }
        }

        @Override
        public void visitVarInsn(int opcode, int variable) {
            read = false;
            if (opcode == ALOAD) {
                holds |= keptVariables.contains(variable);
            } else if (opcode == ASTORE) {
                if (holds) {
                    keptVariables.add(variable);
                } else {
                    keptVariables.remove(variable);
                }
                holds = false;
            }
        }
    }
}
