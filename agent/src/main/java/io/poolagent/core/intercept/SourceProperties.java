package io.poolagent.core.intercept;

import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The key of a connect by a DataSource: its property values, read at each acquire. Legacy code makes a new DataSource
 * per request, so the values count and not the object, and a value that was changed by a setter, or inside a Properties
 * object, is seen.
 */
final class SourceProperties {
    /** A DataSource without a user may take that of the operating system; which property is the user is not known. */
    private static final List<String> USER = Collections.singletonList("user.name");

    static final Object[] NAMES = {"properties", "user", "password"};

    /** Known by identity: to ask a text whether it is a List costs the JVM more than all the rest. */
    private static final Object NOT_GIVEN = "not given";

    private SourceProperties() {}

    /** The key as the object is now; null where not every value can be read. */
    static @Nullable ConnectKey key(
            DataSource source, boolean login, @Nullable String user, @Nullable String password) {
        List<Object> properties = PropertyReader.of(source.getClass()).read(source);
        if (properties == null) {
            return null;
        }
        Object[] values = {
            properties,
            login ? Collections.singletonList(user) : NOT_GIVEN,
            login ? Collections.singletonList(password) : NOT_GIVEN
        };
        return new ConnectKey(null, NAMES, values, Environment.now(USER, null));
    }

    /** Whether a value of a key stands for this user or password. */
    static boolean isLogin(Object value, boolean login, @Nullable String text) {
        if (!login || value == NOT_GIVEN) {
            return !login && value == NOT_GIVEN;
        }
        Object known = ((List<?>) value).get(0);
        return known == null ? text == null : known.equals(text);
    }

    /** The URL that is one of its properties, with all its parameters; null where there is none. */
    static @Nullable String url(DataSource source) {
        try {
            return PropertyReader.of(source.getClass()).url(source);
        } catch (IllegalAccessException e) {
            return null;
        }
    }

    /** Why there is no key, as the end of a sentence. */
    static String whyNoKey(DataSource source) {
        return "its property " + PropertyReader.of(source.getClass()).unreadable(source) + " can not be read";
    }
}
