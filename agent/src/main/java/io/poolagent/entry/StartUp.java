package io.poolagent.entry;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;

/** Checks before anything of the agent is loaded, and the one message where it steps aside. */
final class StartUp {
    private StartUp() {}

    /**
     * Whether this JVM runs a tool of the JDK (javac, keytool, jcmd, ...), as happens with {@code JAVA_TOOL_OPTIONS}.
     * The launcher of single-file programs lives in the compiler's module too, but runs an application.
     */
    static boolean isJdkTool() {
        String command = property("sun.java.command");
        String module = property("jdk.module.main");
        if (command.contains(".launcher.")) {
            return false;
        }
        return module.startsWith("jdk.")
                || module.startsWith("java.")
                || command.startsWith("sun.tools.")
                || command.startsWith("sun.security.tools.")
                || command.startsWith("sun.jvmstat.")
                || command.startsWith("sun.rmi.")
                || command.startsWith("com.sun.tools.")
                || command.startsWith("jdk.tools.")
                || command.startsWith("jdk.jfr.");
    }

    /** Whether another copy of the agent already defined the bridge. */
    static boolean isActive() {
        try {
            Class.forName("java.lang.PoolAgentBridge", false, null);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** The agent's own jar file. */
    static File ownJar() throws URISyntaxException {
        URL location = Agent.class.getProtectionDomain().getCodeSource().getLocation();
        return new File(location.toURI());
    }

    /** One line (and no stack trace) for a start that failed; the application runs on without the agent. */
    static void stepAside(Throwable failure) {
        String detail = String.valueOf(failure);
        if (failure instanceof SecurityException) {
            detail += " (a security manager is active: grant java.security.AllPermission to the agent's jar)";
        }
        say("could not start and steps aside, the application runs unpooled: " + detail);
    }

    static void say(String message) {
        System.err.println("[pool-agent] " + message);
    }

    private static String property(String name) {
        try {
            String value = System.getProperty(name);
            return value == null ? "" : value;
        } catch (SecurityException e) {
            return "";
        }
    }
}
