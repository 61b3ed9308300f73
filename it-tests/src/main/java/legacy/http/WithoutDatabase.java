package legacy.http;

import java.io.File;
import legacy.Pause;

/** Uses no database. Starts the JVM's logging when a file {@code log} appears in a folder, ends with {@code end}. Argument: the folder. */
public final class WithoutDatabase {
    private WithoutDatabase() {}

    public static void main(String[] arguments) throws Exception {
        File folder = new File(arguments[0]);
        boolean logs = false;
        while (!new File(folder, "end").exists()) {
            if (!logs && new File(folder, "log").exists()) {
                logs = true;
                java.util.logging.LogManager.getLogManager();
            }
            Pause.pass(50);
        }
        System.out.println("manager="
                + (logs
                        ? java.util.logging.LogManager.getLogManager()
                                .getClass()
                                .getName()
                        : "none"));
    }
}
