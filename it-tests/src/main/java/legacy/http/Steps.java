package legacy.http;

import java.io.File;
import legacy.Pause;
import legacy.net.Relay;

/** What the test that watches tells a program, by files in a folder. */
final class Steps {
    private Steps() {}

    /** What the program does meanwhile, about twenty times a second. */
    interface Meanwhile {
        void run() throws Exception;
    }

    /** Until there is a file {@code end}; while there is a file {@code down} the relay's server is away. */
    static void follow(File folder, Relay relay, Meanwhile meanwhile) throws Exception {
        boolean away = false;
        while (!new File(folder, "end").exists()) {
            boolean down = new File(folder, "down").exists();
            if (down && !away) {
                relay.refuse(true);
            } else if (!down && away) {
                relay.forward();
            }
            away = down;
            meanwhile.run();
            Pause.pass(50);
        }
    }
}
