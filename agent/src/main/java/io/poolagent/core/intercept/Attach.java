package io.poolagent.core.intercept;

import io.poolagent.core.foreign.Libraries;
import io.poolagent.core.report.HookErrors;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.sql.Driver;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import javax.sql.XADataSource;

/** Rewrites the classes that make connections and were loaded before the agent came. */
public final class Attach {
    private Attach() {}

    /** Called once, after the transformer was added. */
    public static void rewriteLoaded(Instrumentation instrumentation) {
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (makesConnections(type) && instrumentation.isModifiableClass(type)) {
                try {
                    instrumentation.retransformClasses(type);
                } catch (UnmodifiableClassException | LinkageError e) {
                    HookErrors.count("rewriting " + type.getName(), e);
                }
            }
        }
    }

    private static boolean makesConnections(Class<?> type) {
        return !type.isInterface()
                && !type.isArray()
                && type.getClassLoader() != null
                && type.getClassLoader() != Attach.class.getClassLoader()
                && (Driver.class.isAssignableFrom(type)
                        || DataSource.class.isAssignableFrom(type)
                        || XADataSource.class.isAssignableFrom(type)
                        || ConnectionPoolDataSource.class.isAssignableFrom(type)
                        || Libraries.of(type.getName().replace('.', '/')) != null
                        || Libraries.endingIn(type.getName().replace('.', '/')) != null);
    }
}
