package io.poolagent.sample.server;

import java.io.OutputStream;

/** Where Derby's log goes instead of a derby.log in the working directory. Derby calls it by name. */
public final class DerbyLog {

    private static final String PROPERTY = "derby.stream.error.method";

    private DerbyLog() {}

    /** Has to be called before Derby boots in this JVM. */
    static void silence() {
        if (System.getProperty(PROPERTY) == null && System.getProperty("derby.stream.error.file") == null) {
            System.setProperty(PROPERTY, DerbyLog.class.getName() + ".nowhere");
        }
    }

    /** A stream that keeps nothing. */
    public static OutputStream nowhere() {
        return new OutputStream() {
            @Override
            public void write(int b) {}

            @Override
            public void write(byte[] bytes, int offset, int length) {}
        };
    }
}
