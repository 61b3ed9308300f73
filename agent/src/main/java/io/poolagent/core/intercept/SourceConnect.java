package io.poolagent.core.intercept;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The body of a {@code DataSource.getConnection}, with the arguments of one call. */
final class SourceConnect implements BodyCall {
    private final DataSource source;
    private final boolean login;
    private final @Nullable String user;
    private final @Nullable String password;

    SourceConnect(DataSource source, boolean login, @Nullable String user, @Nullable String password) {
        this.source = source;
        this.login = login;
        this.user = user;
        this.password = password;
    }

    @Override
    public Object target() {
        return source;
    }

    @Override
    public @Nullable Object connect() throws Throwable {
        return login ? source.getConnection(user, password) : source.getConnection();
    }
}
