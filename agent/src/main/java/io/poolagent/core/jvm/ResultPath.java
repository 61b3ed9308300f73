package io.poolagent.core.jvm;

import static org.objectweb.asm.Opcodes.*;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Follows what a call returns, or what a method is given, through the method's code, roughly: on the stack and through
 * variables, from one instruction to the next in the file. Where that does not tell, it counts as gone somewhere.
 */
final class ResultPath extends MethodVisitor {
    private static final Pattern PLAIN =
            Pattern.compile("java/(?:lang|util|math|time|sql)/(?!Connection|Object|Iterable|function)\\w+");

    private static final Pattern KEEPING = Pattern.compile(
            "(?i)<init>|set|add|put|register|store|save|bind|push|offer|keep|wrap|with|attach|hand|give|pass|return|submit|accept|apply|use|init|remember|assign|associate");

    /** What a method does with what it is given. */
    interface Callees {
        /**
         * Where it goes; null where that is not known.
         *
         * @param descriptor the method's
         * @param variable which of the method's variables it is at its beginning
         */
        CallFlow.@Nullable Goes goes(String owner, String name, String descriptor, int variable);
    }

    private final @Nullable WantedCall wanted;
    private final Callees callees;
    private final Consumer<ResultPath> found;
    private final HeldVariables held;
    /** Objects whose constructor was not called yet. */
    private final Deque<String> made = new ArrayDeque<>();

    /** Where code goes on with it on the stack, and with how much above it. */
    private final Map<Label, Integer> arriving = new HashMap<>();

    private int line;
    private boolean isFound;
    /** Whether it is on the stack. */
    private boolean holds;
    /** What was put on the stack since. */
    private int above;

    private boolean back;
    private boolean somewhere;

    /**
     * @param wanted whose result is followed; null where it is what {@code held} holds
     * @param found is told of this at the method's end, if the call is in it
     */
    ResultPath(@Nullable WantedCall wanted, HeldVariables held, Callees callees, Consumer<ResultPath> found) {
        super(ASM9);
        this.wanted = wanted;
        this.isFound = wanted == null;
        this.held = held;
        this.callees = callees;
        this.found = found;
    }

    HeldVariables held() {
        return held;
    }

    CallFlow.Goes goes() {
        return back ? CallFlow.Goes.BACK : somewhere ? CallFlow.Goes.SOMEWHERE : CallFlow.Goes.NOWHERE;
    }

    @Override
    public void visitEnd() {
        if (isFound) {
            found.accept(this);
        }
    }

    @Override
    public void visitLineNumber(int at, Label start) {
        line = at;
    }

    /** An instruction takes so many from the stack and puts so many there; returns whether ours was among the taken. */
    private boolean effect(int taken, int put) {
        if (!holds) {
            return false;
        }
        if (above < taken) {
            holds = false;
            return true;
        }
        above += put - taken;
        return false;
    }

    private void lost(boolean taken) {
        somewhere |= taken;
    }

    private void begins() {
        holds = true;
        above = 0;
    }

    /** Returns whether what is returned is ours. */
    private boolean called(Type[] arguments, int receivers, Type returned, IntFunction<CallFlow.Goes> given) {
        CallFlow.Goes goes =
                holds && above < arguments.length ? given.apply(arguments.length - 1 - above) : CallFlow.Goes.NOWHERE;
        lost(goes == CallFlow.Goes.SOMEWHERE);
        boolean receiver = holds && receivers > 0 && above == arguments.length;
        lost(receiver && gives(returned)); // itself, perhaps
        effect(arguments.length + receivers, returned.getSort() == Type.VOID ? 0 : 1);
        return goes == CallFlow.Goes.BACK;
    }

    /** Where one of the arguments of a call goes. */
    private CallFlow.Goes given(String owner, String name, String descriptor, int receivers, int argument) {
        Type[] arguments = Type.getArgumentTypes(descriptor);
        int variable = receivers;
        for (int i = 0; i < argument; i++) {
            variable += arguments[i].getSize();
        }
        CallFlow.Goes known = callees.goes(owner, name, descriptor, variable);
        if (known != null) {
            return known;
        }
        boolean keeps = keeps(name, arguments[argument], Type.getReturnType(descriptor));
        return keeps ? CallFlow.Goes.SOMEWHERE : CallFlow.Goes.NOWHERE;
    }

    /** Methods that are given a connection as such work with it, if neither their name nor their result says otherwise. */
    private static boolean keeps(String method, Type parameter, Type returned) {
        return gives(returned)
                || !isConnection(parameter)
                || KEEPING.matcher(method).lookingAt();
    }

    /** Whether what a call returned may be, or keep, what it was given. */
    private static boolean gives(Type returned) {
        return returned.getSort() == Type.ARRAY
                || returned.getSort() == Type.OBJECT
                        && !PLAIN.matcher(returned.getInternalName()).matches();
    }

    static boolean isConnection(Type type) {
        return type.getSort() == Type.OBJECT && type.getInternalName().endsWith("Connection");
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean itf) {
        Type returned = Type.getReturnType(descriptor);
        int receivers = opcode == INVOKESTATIC ? 0 : 1;
        if (called(
                Type.getArgumentTypes(descriptor),
                receivers,
                returned,
                argument -> given(owner, name, descriptor, receivers, argument))) {
            begins();
        }
        boolean makes = !name.equals("<init>") || owner.equals(made.peek()); // else it is that of the superclass
        if (makes && name.equals("<init>")) {
            made.pop();
        }
        if (makes && wanted != null && wanted.is(line, name, returned)) {
            somewhere |= holds;
            isFound = true;
            begins();
        }
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... bootstrapArguments) {
        called(
                Type.getArgumentTypes(descriptor),
                0,
                Type.getReturnType(descriptor),
                argument -> CallFlow.Goes.SOMEWHERE);
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        if (opcode >= ILOAD && opcode <= ALOAD) {
            boolean ours = opcode == ALOAD && held.hold(variable);
            somewhere |= ours && holds;
            effect(0, 1);
            if (ours && !holds) {
                begins();
            }
            return;
        }
        held.put(variable, effect(1, 0));
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        switch (opcode) {
            case GETSTATIC:
                effect(0, 1);
                break;
            case GETFIELD:
                lost(effect(1, 1));
                break;
            case PUTSTATIC:
                lost(effect(1, 0));
                break;
            default: // of it, or with it
                boolean value = holds && above == 0;
                effect(2, 0);
                lost(value);
        }
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        if (opcode == NEW) {
            effect(0, 1);
            made.push(type);
        } else if (opcode == INSTANCEOF) {
            effect(1, 1);
        }
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
        held.handles(start, handler);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        held.jumps(label);
        if (opcode != GOTO) {
            boolean two = opcode >= IF_ICMPEQ && opcode <= IF_ACMPNE;
            effect(two ? 2 : 1, 0);
        }
        if (holds) {
            arriving.put(label, above);
        }
        holds &= opcode != GOTO;
    }

    @Override
    public void visitLabel(Label label) {
        held.arrives(label);
        Integer before = arriving.get(label);
        if (before != null) {
            holds = true;
            above = before;
        }
    }

    @Override
    public void visitLdcInsn(@Nullable Object value) {
        effect(0, 1);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        if (opcode != NEWARRAY) {
            effect(0, 1);
        }
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
        visitSwitch(otherwise, labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
        visitSwitch(otherwise, labels);
    }

    private void visitSwitch(Label otherwise, Label[] labels) {
        held.jumps(otherwise);
        held.jumps(labels);
        effect(1, 0);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        effect(dimensions, 1);
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == ARETURN) {
            back |= holds && above == 0;
            holds = false;
        } else if (opcode >= IRETURN && opcode <= RETURN || opcode == ATHROW) {
            holds = false;
        } else if (opcode >= ACONST_NULL && opcode <= DCONST_1) {
            effect(0, 1);
        } else if (opcode >= IALOAD && opcode <= SALOAD) {
            lost(effect(2, 1));
        } else if (opcode >= IASTORE && opcode <= SASTORE) {
            lost(effect(3, 0));
        } else if (opcode == POP || opcode == MONITORENTER || opcode == MONITOREXIT) {
            effect(1, 0);
        } else if (opcode == DUP && holds && above > 0) {
            effect(1, 2);
        } else if (opcode >= IADD && opcode <= LXOR && (opcode < INEG || opcode > DNEG)
                || opcode >= LCMP && opcode <= DCMPG) {
            effect(2, 1);
        } else if (opcode >= POP2 && opcode <= SWAP) {
            lost(holds); // twice on the stack, or somewhere in it
            holds = false;
        }
    }
}
