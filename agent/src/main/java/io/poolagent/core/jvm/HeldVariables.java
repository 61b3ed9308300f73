package io.poolagent.core.jvm;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Label;

/**
 * Which variables of a method hold what is followed, from one instruction to the next in the file. What is put into one
 * of them ends that only where no way leads past that instruction: on another it may hold what it held.
 */
final class HeldVariables {
    private final Collection<Integer> initial;
    private final Set<Integer> held;
    private final Set<Integer> ever;
    private final boolean isStraight;
    private final Set<Label> visited = new HashSet<>();
    /** Where ways that were left join this one again. */
    private final Set<Label> ahead = new HashSet<>();

    private final Map<Label, Set<Label>> handlers = new HashMap<>();
    private boolean loops;

    /**
     * @param initial what may hold it from the method's beginning: a parameter, or a variable of a loop
     * @param isStraight whether the method is known to have no loop
     */
    HeldVariables(Collection<Integer> initial, boolean isStraight) {
        this.initial = initial;
        this.held = new HashSet<>(initial);
        this.ever = new HashSet<>(initial);
        this.isStraight = isStraight;
    }

    /** As it was at first, for another method. */
    HeldVariables anew() {
        return new HeldVariables(initial, isStraight);
    }

    /** Those that hold it, at any time. */
    Set<Integer> ever() {
        return ever;
    }

    /** Whether the code goes back anywhere. */
    boolean loops() {
        return loops;
    }

    boolean hold(int variable) {
        return held.contains(variable);
    }

    void put(int variable, boolean isOurs) {
        if (isOurs) {
            held.add(variable);
            ever.add(variable);
        } else if (isStraight && ahead.isEmpty()) {
            held.remove(variable);
        }
    }

    void jumps(Label to) {
        if (visited.contains(to)) {
            loops = true;
        } else {
            ahead.add(to);
        }
    }

    void jumps(Label[] to) {
        for (Label each : to) {
            jumps(each);
        }
    }

    void handles(Label start, Label handler) {
        handlers.computeIfAbsent(start, key -> new HashSet<>()).add(handler);
    }

    void arrives(Label at) {
        visited.add(at);
        ahead.remove(at);
        for (Label handler : handlers.getOrDefault(at, new HashSet<>())) {
            jumps(handler);
        }
    }
}
