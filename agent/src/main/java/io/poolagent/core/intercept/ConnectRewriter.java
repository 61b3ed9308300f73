package io.poolagent.core.intercept;

import static org.objectweb.asm.Opcodes.*;

import io.poolagent.core.foreign.Libraries;
import io.poolagent.core.foreign.Library;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/**
 * Rewrites what a class has to do with making connections: a prologue in {@code Driver.connect} and
 * {@code DataSource.getConnection}, and a guard around the methods in which a foreign pool or an XA data source
 * connects.
 */
final class ConnectRewriter extends ClassVisitor {
    /** The class whose methods the hooks call. */
    static final String BRIDGE = "java/lang/PoolAgentBridge";

    /** The tag of a class in a constant pool. */
    private static final int CLASS = 7;

    private static final String CONNECTION = "Ljava/sql/Connection;";
    private static final String DRIVER = "(Ljava/lang/String;Ljava/util/Properties;)Ljava/sql/Connection;";
    private static final String PLAIN = "()Ljava/sql/Connection;";
    private static final String TAKES_BACK = "(Ljava/sql/Connection;)V";
    private static final String PROXY_CALL = "(Ljava/lang/Object;Ljava/lang/reflect/Method;[Ljava/lang/Object;";
    private static final String LOGIN = "(Ljava/lang/String;Ljava/lang/String;)Ljava/sql/Connection;";

    private static final Pattern HANDS_OUT =
            Pattern.compile("\\((Ljava/lang/String;Ljava/lang/String;)?\\)L[^;]*Connection;");

    /** A constructor that gets a physical connection asks it for its handle: its caller is guarded, it can not be itself. */
    private static final Pattern MAKES_LOGICAL = Pattern.compile("<init>\\(.*Ljavax/sql/(XA|Pooled)Connection;.*\\)V");

    /** What the class is called in its library. */
    private final String original;

    private final @Nullable Library library;
    /** The library whose leases end in this class. */
    private final @Nullable Library ending;

    private final Set<String> connecting;
    private String self = "";
    private boolean frames;
    private boolean driver;
    private boolean poolHandsOut;
    private boolean changed;

    private ConnectRewriter(
            ClassVisitor to,
            String original,
            @Nullable Library library,
            @Nullable Library ending,
            Set<String> connecting) {
        super(ASM9, to);
        this.original = original;
        this.library = library;
        this.ending = ending;
        this.connecting = connecting;
    }

    /** What became of a class. */
    static final class Result {
        final byte[] file;
        final boolean driver;
        /** Whether it is a foreign pool's, by which connections are handed out. */
        final boolean handsOut;

        Result(byte[] file, boolean driver, boolean handsOut) {
            this.file = file;
            this.driver = driver;
            this.handsOut = handsOut;
        }
    }

    /** Returns null where nothing is to be changed. */
    static @Nullable Result rewrite(byte[] file, String name) {
        ClassReader reader = new ClassReader(file);
        if ((reader.getAccess() & ACC_INTERFACE) != 0) {
            return null;
        }
        String original = Libraries.learn(name, each -> refersTo(reader, each));
        Library library = Libraries.of(original);
        Library ending = Libraries.endingIn(original);
        boolean takenOver = TakeOver.isWanted(name) && TakeOverScan.allows(reader);
        if (library == null && ending == null && !takenOver && isBystander(reader)) {
            return null;
        }
        Set<String> connecting =
                library != null && !library.passesOn(original) ? connectingMethods(reader) : new HashSet<>();
        ClassWriter writer = new ClassWriter(reader, 0);
        ConnectRewriter rewriter = new ConnectRewriter(writer, original, library, ending, connecting);
        reader.accept(takenOver ? new TakeOverRewriter(rewriter, rewriter::changes) : rewriter, 0);
        return rewriter.changed ? new Result(writer.toByteArray(), rewriter.driver, rewriter.poolHandsOut) : null;
    }

    /**
     * A class without a superclass or interface of its own can be neither driver nor data source; statements and
     * metadata have a getConnection that connects nothing.
     */
    private static boolean isBystander(ClassReader reader) {
        String[] interfaces = reader.getInterfaces();
        if (interfaces.length == 0 && "java/lang/Object".equals(reader.getSuperName())) {
            return true;
        }
        for (String each : interfaces) {
            if (each.startsWith("java/sql/") && !each.equals("java/sql/Driver") && !each.equals("java/sql/Wrapper")) {
                return true;
            }
        }
        return false;
    }

    private static boolean refersTo(ClassReader reader, String internalName) {
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int at = reader.getItem(i);
            if (at > 0 && reader.readByte(at - 1) == CLASS && internalName.equals(reader.readUTF8(at, buffer))) {
                return true;
            }
        }
        return false;
    }

    /** The methods of a pool's class that make a connection somewhere in their code. */
    private static Set<String> connectingMethods(ClassReader reader) {
        Set<String> found = new HashSet<>();
        reader.accept(
                new ClassVisitor(ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        return new MethodVisitor(ASM9) {
                            @Override
                            public void visitMethodInsn(
                                    int opcode, String owner, String called, String calledDescriptor, boolean itf) {
                                boolean connects = calledDescriptor.endsWith("Connection;")
                                        && (called.equals("connect") || called.startsWith("get"));
                                boolean inConstructor = name.equals("<init>");
                                if (!inConstructor
                                        && (connects
                                                || MAKES_LOGICAL
                                                        .matcher(called + calledDescriptor)
                                                        .matches())) {
                                    found.add(name + descriptor);
                                }
                            }
                        };
                    }
                },
                ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return found;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            String parent,
            String @Nullable [] interfaces) {
        self = name;
        frames = (version & 0xFFFF) >= V1_6;
        super.visit(version, access, name, signature, parent, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor to = super.visitMethod(access, name, descriptor, signature, exceptions);
        boolean instance = (access & (ACC_STATIC | ACC_ABSTRACT | ACC_NATIVE)) == 0;
        boolean handsOut = descriptor.endsWith(")Ljavax/sql/XAConnection;")
                || descriptor.endsWith(")Ljavax/sql/PooledConnection;");
        boolean code = (access & (ACC_ABSTRACT | ACC_NATIVE)) == 0;
        if (ending != null && instance) {
            to = releases(to, ending, name, descriptor);
        }
        if (library != null
                && instance
                && library.takesBack(original)
                && name.equals("closeConnection")
                && descriptor.equals(TAKES_BACK)) {
            changed = true;
            to = new ReleaseCall(to, "released", 1);
        }
        if (library != null && instance && library.handsOut(original) && isHandOut(name, descriptor)) {
            changed = true;
            poolHandsOut = true;
            return new GuardedMethod(to, frames, self);
        }
        if (library == null && instance && isPhysical() && (name + descriptor).equals("close()V")) {
            changed = true;
            return new ReleaseCall(to, "released", 0);
        }
        if (library == null && instance && isPhysical() && name.equals("getConnection") && descriptor.equals(PLAIN)) {
            changed = true;
            return new GuardedMethod(to, frames, self);
        }
        if (connecting.contains(name + descriptor) && code || handsOut && instance && name.startsWith("get")) {
            changed = true;
            return new GuardedMethod(to, frames, null);
        }
        if (library != null || !instance || !descriptor.endsWith(CONNECTION)) {
            return to;
        }
        if (name.equals("connect") && descriptor.equals(DRIVER)) {
            changed = true;
            driver = true;
            return Prologue.ofDriver(to, self, frames);
        }
        boolean login = descriptor.equals(LOGIN);
        if (name.equals("getConnection") && (login || descriptor.equals(PLAIN))) {
            changed = true;
            return Prologue.ofSource(to, self, frames, login);
        }
        return to;
    }

    /** Whether it is, by its name, a driver's PooledConnection or XAConnection, whose handles go to a pool or to the application. */
    private boolean isPhysical() {
        String simple = self.substring(self.lastIndexOf('/') + 1);
        return simple.endsWith("PooledConnection")
                || simple.endsWith("XAConnection")
                || simple.endsWith("PoolConnection");
    }

    /** Somebody before changes the class. */
    private void changes() {
        changed = true;
    }

    /** A pool's own class may be what such a method is declared to return: Druid's is. */
    private static boolean isHandOut(String name, String descriptor) {
        return name.equals("getConnection") && HANDS_OUT.matcher(descriptor).matches()
                || name.equals("connect") && descriptor.equals(DRIVER);
    }

    private MethodVisitor releases(MethodVisitor to, Library ending, String name, String descriptor) {
        if (ending.isHandle(original)
                && (name + descriptor).matches("close\\(\\)V|abort\\(Ljava/util/concurrent/Executor;\\)V")) {
            changed = true;
            Libraries.seesEnds(self);
            return new ReleaseCall(to, "released", 0);
        }
        if (ending.isHandler(original) && descriptor.startsWith(PROXY_CALL) && name.matches("invoke|intercept")) {
            changed = true;
            Libraries.seesEnds(self);
            return new ReleaseCall(to, "invoked", 1);
        }
        return to;
    }
}
