package io.poolagent.core.intercept;

/**
 * A look at a class file's constant pool, without parsing anything else and before ASM is loaded: does the class have
 * to do with making connections at all? Every class that the application loads comes through here.
 */
final class ClassScan {
    private static final int UTF8 = 1;
    private static final int[] SIZES = {0, 0, 0, 5, 5, 9, 9, 3, 3, 5, 5, 5, 5, 0, 0, 4, 3, 5, 5, 3, 3};
    private static final byte[][] ENDINGS = {
        ascii(")Ljava/sql/Connection;"), ascii(")Ljavax/sql/XAConnection;"), ascii(")Ljavax/sql/PooledConnection;")
    };

    private ClassScan() {}

    /** Whether a method with a connection as its result is declared or called. */
    static boolean mentionsConnects(byte[] file) {
        int entries = u2(file, 8);
        int at = 10;
        for (int i = 1; i < entries; i++) {
            int tag = file[at];
            if (tag == UTF8) {
                int length = u2(file, at + 1);
                int end = at + 3 + length;
                if (length > 20 && file[end - 1] == ';' && file[end - 2] == 'n' && isConnect(file, at + 3, end)) {
                    return true;
                }
                at = end;
            } else {
                if (tag == 5 || tag == 6) {
                    i++; // longs and doubles take two places
                }
                at += SIZES[tag];
            }
        }
        return false;
    }

    private static boolean isConnect(byte[] file, int start, int end) {
        for (byte[] ending : ENDINGS) {
            if (end - start > ending.length && endsWith(file, end, ending)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWith(byte[] file, int end, byte[] ending) {
        for (int i = 1; i <= ending.length; i++) {
            if (file[end - i] != ending[ending.length - i]) {
                return false;
            }
        }
        return true;
    }

    private static int u2(byte[] file, int at) {
        return (file[at] & 0xFF) << 8 | file[at + 1] & 0xFF;
    }

    private static byte[] ascii(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) text.charAt(i);
        }
        return bytes;
    }
}
