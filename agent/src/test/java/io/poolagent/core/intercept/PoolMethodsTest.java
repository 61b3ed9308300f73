package io.poolagent.core.intercept;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Opcodes;

class PoolMethodsTest {
    private static final String C = "Ljava/sql/Connection;";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "release",
                "releaseConnection",
                "returnconnection",
                "freeConn",
                "FREE",
                "free_connection",
                "closeConnection",
                "giveBack",
                "putBack",
                "putConnection",
                "checkIn",
                "checkinConnection",
                "dispose",
                "recycle"
            })
    void takesBack(String name) {
        assertEquals(true, PoolMethods.takes(Opcodes.ACC_PUBLIC, name, "(" + C + ")V"), name);
        assertEquals(true, PoolMethods.takes(Opcodes.ACC_STATIC, name, "(" + C + ")Z"), name);
        assertEquals(false, PoolMethods.takes(Opcodes.ACC_PRIVATE, name, "(" + C + ")V"), name);
        assertEquals(false, PoolMethods.takes(0, name, "(" + C + "I)V"), name);
        assertEquals(false, PoolMethods.takes(0, name, "(" + C + ")" + C), name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rollback",
                "rollBack",
                "isFree",
                "isReturned",
                "wasClosed",
                "closeStatements",
                "closeResultSets",
                "freeze",
                "commitAndRelease",
                "check",
                "validate"
            })
    void doesSomethingElse(String name) {
        assertEquals(false, PoolMethods.takes(Opcodes.ACC_PUBLIC, name, "(" + C + ")V"), name);
        assertEquals(false, PoolMethods.takes(Opcodes.ACC_PUBLIC, name, "(" + C + ")Z"), name);
    }

    @Test
    void gives() {
        assertEquals(true, PoolMethods.gives(0, "getConnection", "()" + C));
        assertEquals(true, PoolMethods.gives(0, "borrow", "(Ljava/lang/String;)" + C));
        assertEquals(false, PoolMethods.gives(0, "beginTransaction", "()" + C));
        assertEquals(false, PoolMethods.gives(0, "begintx", "()" + C));
        assertEquals(false, PoolMethods.gives(0, "startWork", "()" + C));
        assertEquals(false, PoolMethods.gives(0, "wrap", "(" + C + ")" + C));
        assertEquals(false, PoolMethods.gives(Opcodes.ACC_PRIVATE, "open", "()" + C));
    }
}
