package io.poolagent.core.lease;

/** What a method does with a connection that comes by it, as far as its declaration tells. */
enum Handing {
    /** Nothing is known: it has to close the connection. */
    NONE,
    /** It returns a connection, or something to take one from or by which to close it, to its caller. */
    RETURNS,
    /** As {@link #RETURNS}, and is the method of a lambda, or of a class that stands for one. */
    FUNCTION,
    /** It returns what a function returns that it is given, whatever that is. */
    GENERIC,
    /** It stands behind a proxy of the JDK's, and returns what the proxy's method does. */
    HANDLER
}
