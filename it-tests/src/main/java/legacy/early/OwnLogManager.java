package legacy.early;

import java.util.logging.LogManager;

/** A LogManager on the application's class path, as application servers bring one. */
public final class OwnLogManager extends LogManager {
    static final String LOADED = EarlyMain.when();
}
