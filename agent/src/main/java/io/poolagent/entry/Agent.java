package io.poolagent.entry;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/**
 * Where the JVM enters. Loaded by the system class loader, in the application's own name space: it touches nothing that
 * would start logging, JMX or NIO, makes the isolated loader and hands over to the core.
 */
public final class Agent {
    private static final String CORE = "io.poolagent.core.Core";

    private Agent() {}

    /**
     * Start with {@code -javaagent}. Never throws; ends the JVM where the configuration is bad and {@code strict=true}.
     *
     * @param arguments options as {@code name=value,...}; null where none were given
     * @param instrumentation the JVM's
     */
    public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
        start("start", arguments, instrumentation);
    }

    /** Start in a running JVM, by the attach API; drivers loaded before are rewritten in place. */
    public static void agentmain(@Nullable String arguments, Instrumentation instrumentation) {
        start("attach", arguments, instrumentation);
    }

    private static void start(String how, @Nullable String arguments, Instrumentation instrumentation) {
        try {
            if (StartUp.isJdkTool()) {
                return;
            }
            if (StartUp.isActive()) {
                StartUp.say("already active in this JVM (is -javaagent given twice?); this second one steps aside.");
                return;
            }
            File jar = StartUp.ownJar();
            ClassLoader loader = new IsolatedLoader(jar);
            Class.forName(CORE, true, loader)
                    .getMethod(how, String.class, Instrumentation.class)
                    .invoke(null, arguments, instrumentation);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IllegalArgumentException) {
                // An exception out of premain would make the JVM abort, with a dump of core where that is on.
                StartUp.say(String.valueOf(cause.getMessage()));
                System.exit(1);
            }
            StartUp.stepAside(cause == null ? e : cause);
        } catch (Throwable e) {
            StartUp.stepAside(e);
        }
    }
}
