package io.poolagent.core.handle;

/** The operation codes that generated code passes through the bridge. */
final class Op {
    /** Before: the argument is the text of a statement. */
    static final int SQL = 1;
    /** Before: the argument is the name of a vendor's method that is being called on the connection. */
    static final int VENDOR = 2;
    /** Before: a statement or result set is being closed. */
    static final int CLOSE_CHILD = 3;
    /** Before: the call would use the connection, which must be open. */
    static final int LIVE = 4;
    /** Before: the connection is being aborted, or its running statement. */
    static final int ABORT = 5;
    /** Before: the connection's transaction is being ended. */
    static final int END = 6;
    /** Before: a statement runs until it is done; the argument is its text where it has one here. */
    static final int RUN = 7;
    /** Before: a result set is moved to its next row. */
    static final int NEXT = 9;
    /** Before: the application asks whether the connection is alive. */
    static final int DOUBT = 8;
    /** Before: added to one of {@link Attribute}'s bits, an attribute of the connection is being set. */
    static final int ATTRIBUTE = 1 << 16;

    /** Instead: close the connection. */
    static final int CLOSE = 10;
    /** Instead: unwrap; the argument is the class asked for. */
    static final int UNWRAP = 11;
    /** Instead: isWrapperFor; the argument is the class asked for. */
    static final int IS_WRAPPER = 12;
    /** Instead: toString. */
    static final int TO_STRING = 13;

    /** After: the result may be an object that must be wrapped or kept. */
    static final int RESULT = 20;
    /** After: as RESULT, and what is no value takes a part of the connection out of the handle's sight. */
    static final int ESCAPE = 21;

    /** After: the result is the connection that the object came from. */
    static final int PARENT = 22;

    private Op() {}
}
