package legacy.fidelity;

import com.mysql.cj.conf.ConnectionPropertiesTransform;
import java.util.Properties;

/** Puts the password of the thread that connects into Connector/J's properties. */
public final class PasswordTransform implements ConnectionPropertiesTransform {
    @Override
    public Properties transformProperties(Properties properties) {
        Properties changed = new Properties();
        changed.putAll(properties);
        changed.setProperty("password", Credentials.passwordOfThread());
        return changed;
    }
}
