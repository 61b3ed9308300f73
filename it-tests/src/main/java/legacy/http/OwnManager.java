package legacy.http;

import java.util.logging.LogManager;

/** A LogManager of the application's own. */
public class OwnManager extends LogManager {}
