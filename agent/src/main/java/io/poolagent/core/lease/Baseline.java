package io.poolagent.core.lease;

import io.poolagent.core.database.Effect;
import io.poolagent.core.database.SessionReset;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** What one pool knows of its fresh sessions, and how it gets back to them. Any thread may use it. */
public final class Baseline {
    private final AttributeDefaults attributes = new AttributeDefaults();
    private final ResetPolicy policy;
    private final @Nullable SessionReset reset;
    private volatile boolean learnsAtConnect;

    /**
     * @param reset how the product resets sessions; null where it has no means
     */
    public Baseline(ResetPolicy policy, @Nullable SessionReset reset) {
        this.policy = policy;
        this.reset = policy == ResetPolicy.NEVER || policy == ResetPolicy.CLOSE ? null : reset;
        this.learnsAtConnect = policy == ResetPolicy.ALWAYS;
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
        if (reset != null && reset.wantsToLearn()) {
            reset.learn(fresh);
        }
    }

    /** Whether a session in which this was left behind can be used again. */
    boolean reuses(Effect left) {
        if (left == Effect.UNDONE && reset != null && reset.wantsToLearn()) {
            learnsAtConnect = true; // this session is not fresh any more, the next one is
        }
        return policy.reuses(left, reset);
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
