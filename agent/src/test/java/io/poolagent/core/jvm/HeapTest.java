package io.poolagent.core.jvm;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HeapTest {
    private static final int PIECE = 1 << 20;

    @Test
    void whatIsHeldIsInUseAfterACollectionAndGarbageIsNot() {
        System.gc();
        long before = Heap.afterCollection();
        byte[][] held = new byte[40][];
        for (int i = 0; i < held.length; i++) {
            held[i] = new byte[PIECE];
        }
        System.gc();
        long during = Heap.afterCollection();
        assertTrue(during - before > 30L * PIECE, before + " before, " + during + " with " + held.length + " MB");
        assertTrue(Heap.percentAfterCollection() > 0 && Heap.percentAfterCollection() <= 100);
        held = new byte[0][];
        System.gc();
        long after = Heap.afterCollection();
        assertTrue(after - before < 20L * PIECE, before + " before, " + after + " after " + held.length);
    }
}
