package io.poolagent.core.lease;

import io.poolagent.core.database.Effect;
import io.poolagent.core.database.SqlTraits;
import io.poolagent.core.handle.Attribute;
import io.poolagent.core.handle.ConnectionState;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a lease does to the session of its physical connection, as far as it must be undone at its end. */
abstract class LeaseSession extends LeaseRecord implements ConnectionState {
    private final Physical physical;
    private final LeaseOwner owner;

    private int attributes;
    private boolean inserted;

    /**
     * Whether it commits automatically where its session began without, or the other way round. Like all that is volatile
     * here it begins as the JVM makes it: to write it would cost each acquire a barrier.
     */
    private volatile boolean switched;

    /** The session may not be as a fresh one: set by texts, vendor's calls, escapes, aborts and failures. */
    private volatile boolean dirty;

    private volatile boolean escaped;
    /** What statements left behind in the session. */
    private volatile @Nullable Effect left;

    /** Something may have been done since the transaction was last ended. */
    private volatile boolean worked;

    /** A statement was executed or prepared. */
    private boolean asked;

    private boolean doubted;
    private boolean endedSessions;

    LeaseSession(
            Object handle,
            Physical physical,
            LeaseOwner owner,
            Holder holder,
            @Nullable Origin origin,
            long startNanos) {
        super(handle, holder, origin, startNanos);
        this.physical = physical;
        this.owner = owner;
    }

    /** The physical connection. */
    public final Physical physical() {
        return physical;
    }

    LeaseOwner owner() {
        return owner;
    }

    @Override
    public final String pool() {
        return owner.name();
    }

    @Override
    public boolean hasEscaped() {
        return escaped;
    }

    @Override
    public Connection raw() {
        return physical.raw();
    }

    @Override
    public void sql(@Nullable String text) {
        if (text == null) {
            return;
        }
        passes(text);
        SqlTraits traits = physical.database().traits(text);
        if (traits.listens() || traits.listensNoMore()) {
            listening(traits.listens());
        }
        if (traits.asksIdentity() && !inserted) {
            physical.forgetIdentity();
        } else if (traits.asksDiagnostics() && !asked) {
            physical.forgetDiagnostics();
        }
        asked = true;
        inserted |= traits.inserts();
        if (traits.inserts() && physical.database().resetsInserts()) {
            leaves(Effect.UNDONE);
        }
        if (traits.effect() != Effect.NONE) {
            leaves(traits.effect());
            if (traits.endsDatabase()) {
                owner.drain();
            }
        }
        if (traits.endsSessions()) {
            endedSessions = true;
            owner.distrustServer();
        }
    }

    private void leaves(Effect effect) {
        boolean fresh = left() == Effect.NONE && attributes == 0 && !dirty && physical.autoCommit();
        if (effect == Effect.UNDONE && fresh && physical.isKept()) {
            physical.baseline().learn(physical.raw());
        }
        left = left().and(effect);
        if (effect == Effect.SCHEMA) {
            owner.schemaChanged();
        }
    }

    @Override
    public void setting(int attribute, @Nullable Object value) {
        touched();
        if (attribute == Attribute.AUTO_COMMIT) {
            switched = Boolean.TRUE.equals(value) != physical.autoCommit();
        }
        if (attribute == Attribute.QUERY_TIMEOUT && !physical.database().keepsQueryTimeout()) {
            return;
        }
        if (attribute == Attribute.SCHEMA && physical.database().resetsSchema()) {
            leaves(Effect.UNDONE);
            return;
        }
        if ((attributes & attribute) == 0 && !dirty) {
            attributes |= attribute;
            if (physical.isKept() && !physical.defaults().learn(attribute, physical.raw())) {
                dirty = true;
            }
        } else if (attribute == Attribute.AUTO_COMMIT) {
            attributes |= attribute;
        }
    }

    @Override
    public void working() {
        if (!worked) {
            worked = true;
        }
        touched();
    }

    @Override
    public void endingTransaction() {
        touched();
        worked = false;
    }

    @Override
    public void doubting() {
        touched();
        doubted = true;
    }

    /** Whether the application asked if the connection is alive. */
    boolean isDoubted() {
        return doubted;
    }

    @Override
    public void vendorCall(String method) {
        if (!physical.database().harmlessVendorCall(method)) {
            dirty = true;
        }
    }

    @Override
    public void escaped(@Nullable Object raw) {
        escaped = true;
        dirty = true;
    }

    @Override
    public void aborting() {
        dirty = true;
    }

    @Override
    public Throwable failed(Throwable failure) {
        worked = true; // it may have been the end of the transaction that failed
        if (!(failure instanceof SQLException) || physical.database().isFatal((SQLException) failure)) {
            dirty = true;
            owner.distrust();
        }
        owner.failed(failure);
        return failure;
    }

    @Override
    public boolean isInTransaction() {
        return worked && physical.autoCommit() == switched;
    }

    /** Whether the session is as statements, vendor's calls and escapes left it: good enough to be made fresh again. */
    boolean canBeMadeFresh() {
        return !isRunning() // the driver's own close breaks off what another thread is waiting for
                && !dirty
                && (attributes & Attribute.OTHER) == 0
                && physical.baseline().reuses(left());
    }

    /** What statements left behind in the session. */
    Effect left() {
        Effect known = left;
        return known == null ? Effect.NONE : known;
    }

    /** Whether something may have been done since the transaction was last ended. */
    boolean hasWorked() {
        return worked;
    }

    /** Whether a statement was executed or prepared. */
    boolean hasAsked() {
        return asked;
    }

    /** Whether keys may have been generated. */
    boolean hasInserted() {
        return inserted;
    }

    int attributes() {
        return attributes;
    }

    /** Tells what is known only at the end of the lease. */
    void tellTheRest() {
        if (left() == Effect.SCHEMA) {
            owner().schemaChanged(); // it may have been committed only now
        }
        if (endedSessions) {
            owner().distrustServer();
        }
    }
}
