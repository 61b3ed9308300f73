package io.poolagent.core.intercept;

import io.poolagent.core.handle.Prologues;
import io.poolagent.core.jvm.AgentRun;
import io.poolagent.core.report.HookErrors;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Sees every class that is loaded. Most pass after a scan of their constant pool; nothing else of the agent is loaded
 * for them. Never throws: a class that can not be rewritten stays as it is.
 */
public final class Transformer implements ClassFileTransformer {
    private static final ClassLoader OWN = Transformer.class.getClassLoader();
    private static final ClassLoader PLATFORM = OWN.getParent();

    private final Runnable firstUse;

    /**
     * @param firstUse connects the bridge; called before the first class that makes connections is rewritten, perhaps
     *     more than once
     */
    public Transformer(Runnable firstUse) {
        this.firstUse = firstUse;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] file) {
        if (loader == null || loader == PLATFORM) {
            Subjects.loaded(name);
            return null;
        }
        if (loader == OWN || name == null || HookErrors.isDamaged()) {
            return null;
        }
        try {
            byte[] rewritten =
                    ClassScan.mentionsConnects(file) || ForeignEnds.mayBe(name) ? connects(file, name) : null;
            if (redefined != null) {
                byte[] both = retransform(redefined, rewritten == null ? file : rewritten);
                return both == null ? rewritten : both;
            }
            return rewritten;
        } catch (Throwable e) {
            HookErrors.count("rewriting " + name, e);
            return null;
        }
    }

    private byte @Nullable [] connects(byte[] file, String name) {
        ConnectRewriter.Result result = ConnectRewriter.rewrite(file, name);
        if (result == null) {
            return null;
        }
        AgentRun.countRewritten();
        firstUse.run();
        ForeignEnds.rewritten(result.handsOut);
        if (result.driver) {
            WarmUp.start();
        }
        return result.file;
    }

    /** Apart, so that ASM is not loaded with this class. */
    private static byte @Nullable [] retransform(Class<?> type, byte[] file) {
        return Prologues.rewrite(type, file);
    }
}
