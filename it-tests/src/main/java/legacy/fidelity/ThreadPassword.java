package legacy.fidelity;

import org.postgresql.plugin.AuthenticationPlugin;
import org.postgresql.plugin.AuthenticationRequestType;

/** Tells pgjdbc the password of the thread that connects. */
public final class ThreadPassword implements AuthenticationPlugin {
    @Override
    public char[] getPassword(AuthenticationRequestType type) {
        return Credentials.passwordOfThread().toCharArray();
    }
}
