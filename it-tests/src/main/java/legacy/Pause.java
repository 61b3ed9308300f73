package legacy;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The one place where programs wait for something that sends them no event. */
public final class Pause {
    private Pause() {}

    /**
     * Waits until a condition holds.
     *
     * @return whether it held in time
     */
    public static boolean until(long millis, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return true;
    }

    /** Lets time pass, because time itself is what something depends on. */
    public static void pass(long millis) throws Exception {
        until(millis, () -> false);
    }
}
