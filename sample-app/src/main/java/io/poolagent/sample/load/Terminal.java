package io.poolagent.sample.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

/** Whether somebody looks at standard error while it is written. */
public final class Terminal {

    private Terminal() {}

    /** True where that can be told and is so. Java itself knows of standard input and output only. */
    public static boolean onStandardError() {
        Path descriptor = Paths.get("/proc/self/fd/2");
        if (Files.isSymbolicLink(descriptor)) {
            try {
                String target = Files.readSymbolicLink(descriptor).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
            } catch (IOException e) {
                return false;
            }
        }
        return false;
    }
}
