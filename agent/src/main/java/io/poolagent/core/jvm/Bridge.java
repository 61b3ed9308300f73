package io.poolagent.core.jvm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;

/** Defines the bridge's two classes in {@code java.lang}, where every class loader finds them. */
public final class Bridge {
    private static final String[] CLASSES = {"java.lang.PoolAgentHandle", "java.lang.PoolAgentBridge"};

    private Bridge() {}

    /** Called once, before any class that names the bridge is loaded. */
    public static void define(Instrumentation instrumentation) throws ReflectiveOperationException, IOException {
        for (String name : CLASSES) {
            Platform.define(instrumentation, Object.class, name, read(name));
        }
    }

    /** The class file lies in the jar under a name that no loader looks for. */
    private static byte[] read(String name) throws IOException {
        String path = "bridge/" + name.substring(name.lastIndexOf('.') + 1) + ".class";
        try (InputStream in = Bridge.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException("the agent's jar lacks " + path);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] part = new byte[8_192];
            for (int count = in.read(part); count >= 0; count = in.read(part)) {
                bytes.write(part, 0, count);
            }
            return bytes.toByteArray();
        }
    }
}
