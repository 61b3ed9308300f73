package io.poolagent.core.lease;

import io.poolagent.core.database.Effect;
import io.poolagent.core.database.SessionReset;
import java.sql.Connection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What one pool knows of its fresh sessions, and how it gets back to them. Any thread may use it. */
public final class Baseline {
    private final AttributeDefaults attributes = new AttributeDefaults();
    private final ResetPolicy policy;
    private final Supplier<@Nullable SessionReset> resets;
    private volatile @Nullable SessionReset reset;
    private volatile boolean learnsAtConnect;

    /**
     * @param resets makes what resets the product's sessions; null from it where it has no means
     */
    public Baseline(ResetPolicy policy, Supplier<@Nullable SessionReset> resets) {
        this.policy = policy;
        this.resets = policy == ResetPolicy.NEVER || policy == ResetPolicy.CLOSE ? () -> null : resets;
        this.reset = this.resets.get();
        this.learnsAtConnect = policy == ResetPolicy.ALWAYS;
    }

    /** Fresh sessions may be others from here: roles and settings of a login may have been changed. */
    public void forget() {
        reset = resets.get();
    }

    AttributeDefaults attributes() {
        return attributes;
    }

    /** A physical connection was made. */
    void connected(Connection fresh) {
        if (learnsAtConnect) {
            learn(fresh);
        }
    }

    /** Asks a session that is still as after its login for what a reset needs, unless that is known. */
    void learn(Connection fresh) {
        SessionReset known = reset;
        if (known != null && known.wantsToLearn()) {
            known.learn(fresh);
        }
    }

    /** Whether a session in which this was left behind can be used again. */
    boolean reuses(Effect left) {
        SessionReset known = reset;
        if (left == Effect.UNDONE && known != null && known.wantsToLearn()) {
            learnsAtConnect = true; // this session is not fresh any more, the next one is
        }
        return policy.reuses(left, known);
    }

    /** How the session is reset now; null where that is not needed. */
    @Nullable
    SessionReset reset(Effect left) {
        return policy.resets(left) ? reset : null;
    }

    /** Whether transactions that statements began are all that is ended. */
    boolean endsTransactionsOnly() {
        return policy == ResetPolicy.NEVER;
    }
}
