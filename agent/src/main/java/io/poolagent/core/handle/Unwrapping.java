package io.poolagent.core.handle;

import java.sql.SQLException;
import java.sql.Wrapper;
import org.jspecify.annotations.Nullable;

/** What a handle answers where it is asked what it is. Any thread may call any method. */
final class Unwrapping {
    private Unwrapping() {}

    static @Nullable Object unwrap(PoolAgentHandle handle, @Nullable Class<?> wanted) throws SQLException {
        Object delegate = delegate(handle);
        Object found = ((Wrapper) delegate).unwrap(ofDriver(wanted, handle, delegate));
        if (found == delegate) {
            return handle;
        }
        if (found != null) {
            Escapes.leaves(found, handle, true);
        }
        return found;
    }

    /** For the handle's own class, which the driver does not know, its class stands. */
    private static @Nullable Class<?> ofDriver(@Nullable Class<?> wanted, PoolAgentHandle handle, Object delegate) {
        return wanted == handle.getClass() ? delegate.getClass() : wanted;
    }

    static boolean isWrapper(PoolAgentHandle handle, @Nullable Class<?> wanted) throws SQLException {
        Object delegate = delegate(handle);
        return ((Wrapper) delegate).isWrapperFor(ofDriver(wanted, handle, delegate));
    }

    private static Object delegate(PoolAgentHandle handle) throws SQLException {
        ConnectionState connection = Child.connectionOf(handle);
        if (!connection.isOpen()) {
            AfterClose.before(handle, connection, Op.LIVE);
        }
        Object delegate = handle.poolAgentDelegate();
        Object answering = delegate == null ? AfterClose.answering(handle) : delegate;
        if (answering == null) {
            throw connection.closedException();
        }
        return answering;
    }

    /** The driver's text, but that of {@code Object.toString}, which must stay the same for a handle, is made anew. */
    static String text(PoolAgentHandle handle) {
        Object delegate = handle.poolAgentDelegate();
        if (delegate == null) {
            delegate = Child.rawOf(handle);
        }
        String text = delegate.toString();
        String plain = delegate.getClass().getName() + "@" + Integer.toHexString(delegate.hashCode());
        return plain.equals(text)
                ? delegate.getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(handle))
                : text;
    }
}
