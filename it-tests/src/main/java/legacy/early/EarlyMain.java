package legacy.early;

import java.lang.management.ManagementFactory;
import java.nio.file.FileSystems;
import java.sql.DriverManager;
import java.util.Collections;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.ForkJoinPool;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * Sets properties that the JVM reads once, and prints whether they still had their effect; and when its own parts of
 * the JVM were loaded.
 */
public final class EarlyMain {
    /** Set when main begins. */
    static final String STARTED = "legacy.main.started";

    private EarlyMain() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty(STARTED, "yes");
        System.setProperty("user.timezone", "Pacific/Chatham");
        System.setProperty("user.language", "de");
        System.setProperty("java.util.logging.SimpleFormatter.format", "own format: %5$s");
        System.setProperty("jdbc.drivers", OwnDriver.class.getName());
        System.setProperty("java.util.concurrent.ForkJoinPool.common.parallelism", "3");
        System.out.println("threads=" + Thread.activeCount());
        System.out.println("time zone=" + TimeZone.getDefault().getID());
        System.out.println("locale=" + Locale.getDefault());
        System.out.println(
                "log manager=" + LogManager.getLogManager().getClass().getName());
        System.out.println("log manager loaded=" + OwnLogManager.LOADED);
        System.out.println("log format=" + new SimpleFormatter().format(new LogRecord(Level.INFO, "text")));
        System.out.println("MBean server="
                + ManagementFactory.getPlatformMBeanServer().getClass().getName());
        System.out.println("MBean server builder loaded=" + OwnMBeanServerBuilder.LOADED);
        System.out.println("file separator=" + FileSystems.getDefault().getSeparator());
        System.out.println("file systems used=" + OwnFileSystems.used);
        System.out.println("file systems loaded=" + OwnFileSystems.LOADED);
        System.out.println(
                "drivers=" + Collections.list(DriverManager.getDrivers()).size());
        System.out.println("parallelism=" + ForkJoinPool.commonPool().getParallelism());
        for (String name : new String[] {
            "io.poolagent.core.Core",
            "com.zaxxer.hikari.HikariConfig",
            "org.slf4j.Logger",
            "org.objectweb.asm.ClassReader"
        }) {
            System.out.println(name + "=" + isVisible(name));
        }
    }

    /** To be called by a class as it is initialised. */
    static String when() {
        return System.getProperty(STARTED) == null ? "before main" : "by the application";
    }

    private static boolean isVisible(String name) {
        try {
            Class.forName(name);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
