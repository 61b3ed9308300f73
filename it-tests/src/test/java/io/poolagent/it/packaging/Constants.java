package io.poolagent.it.packaging;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the constant pool of a class file says.
 *
 * @param major the class file's version: 52 for Java 8
 * @param texts every name, descriptor and string
 * @param lambdas whether there is an invokedynamic
 */
record Constants(int major, List<String> texts, boolean lambdas) {
    private static final int UTF8 = 1;
    private static final int INVOKE_DYNAMIC = 18;
    private static final int[] SIZES = {0, 0, 0, 4, 4, 8, 8, 2, 2, 4, 4, 4, 4, 0, 0, 3, 2, 4, 4, 2, 2};

    static Constants of(byte[] file) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(file));
        if (in.readInt() != 0xCAFEBABE) {
            throw new IOException("no class file");
        }
        in.readUnsignedShort();
        int major = in.readUnsignedShort();
        List<String> texts = new ArrayList<>();
        boolean lambdas = false;
        int entries = in.readUnsignedShort();
        for (int i = 1; i < entries; i++) {
            int tag = in.readUnsignedByte();
            if (tag == UTF8) {
                texts.add(in.readUTF());
            } else {
                lambdas |= tag == INVOKE_DYNAMIC;
                in.skipBytes(SIZES[tag]);
                i += tag == 5 || tag == 6 ? 1 : 0;
            }
        }
        return new Constants(major, texts, lambdas);
    }
}
