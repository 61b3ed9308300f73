package io.poolagent.core.database;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** URLs of drivers that pool behind the URL themselves, or that belong to the calling session. */
final class Proxies extends Database {
    Proxies() {
        super(
                "a pooling driver",
                "jdbc:apache:commons:dbcp:",
                "jdbc:aws-wrapper:",
                "jdbc:ojp",
                "proxool.",
                "jdbc:default:connection");
    }

    @Override
    public @Nullable String neverPooled(String url, Properties info) {
        return url.startsWith("jdbc:default:connection")
                ? "it is the connection of the calling session"
                : "the driver pools by itself";
    }
}
