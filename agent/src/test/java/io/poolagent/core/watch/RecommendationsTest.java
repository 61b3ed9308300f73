package io.poolagent.core.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.poolagent.core.lease.Holder;
import io.poolagent.core.lease.LeaseRecord;
import io.poolagent.core.lease.StackPolicy;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Of a pool that the application brought, which has the least figures. */
class RecommendationsTest {
    private static final String LIMIT = "the pool's own maximum (5)";

    private final PoolHistory history = new PoolHistory();

    private static PoolNow now(int active, int waiting, long timeouts, long errors) {
        return new PoolNow(active, 0, active, waiting, 0, 5, 5, active, 0, timeouts, errors, null, null);
    }

    private List<String> of(PoolNow now, @Nullable String failure, String... raised) {
        return Recommendations.of(now, history, Set.of(raised)::contains, failure, 0, List.of(), each -> false);
    }

    @Test
    void thereAreNoneWhereAllIsWell() {
        assertEquals(List.of(), of(now(4, 0, 3, 3), null));
    }

    @Test
    void eachAlarmHasOne() {
        assertEquals(
                List.of("raise " + LIMIT + ", or close sooner: 4 connections are in use now"),
                of(now(4, 0, 0, 0), null, PoolHealth.UTILISATION));
        assertEquals(
                List.of("raise " + LIMIT + ", or close sooner: 5 connections are in use now"),
                of(now(5, 0, 0, 0), null));
        assertEquals(
                List.of("raise " + LIMIT + ", or close sooner: 2 threads wait for a connection now"),
                of(now(4, 2, 0, 0), null, PoolHealth.WAITING));
        assertEquals(
                List.of("raise " + LIMIT + ", or close sooner: threads waited for a connection just now"),
                of(now(1, 0, 0, 0), null, PoolHealth.WAITING));
        assertEquals(
                List.of("raise " + LIMIT
                        + " or how long acquires may wait, or close sooner: 3 were refused in the last hour"),
                of(now(0, 0, 3, 0), null, PoolHealth.ERRORS));
        assertEquals(
                List.of(
                        "see in the application's log why 4 acquires failed in the last hour, and whether the database was"
                                + " restarted, out of reach or out of connections then"),
                of(now(0, 0, 0, 4), null, PoolHealth.ERRORS));
    }

    @Test
    void aDatabaseThatIsDownHasOneByItsSqlState() {
        String rest = "), 4 attempts failed in the last hour";
        assertEquals(
                List.of(
                        "see whether the database runs and can be reached from here: connections can not be made (E 08001"
                                + rest),
                of(now(0, 0, 0, 4), "E 08001", PoolHealth.ERRORS));
        assertEquals(
                List.of("correct the user or the password: connections can not be made (E 28P01" + rest),
                of(now(0, 0, 0, 4), "E 28P01"));
    }

    @Test
    void leaksHaveThem() {
        LeaseRecord lease = new Held();
        assertEquals(
                List.of(
                        "leaks at " + lease.place().position() + " hold 2 of 5",
                        "close connections where the report of leaks says: 3 were collected without a close, and the pool"
                                + " does not get them back",
                        "raise " + LIMIT + ", or close sooner: 5 connections are in use now, 2 of them from "
                                + lease.place().position()),
                Recommendations.of(
                        now(5, 0, 0, 0), history, each -> false, null, 3, List.of(lease, lease), each -> true));
    }

    /** A lease that this test has begun. */
    private static final class Held extends LeaseRecord {
        Held() {
            super(new Object(), new Holder(Thread.currentThread()), new StackPolicy("full").capture(), 1);
        }

        @Override
        public String pool() {
            return "pool";
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public boolean isInTransaction() {
            return false;
        }

        @Override
        public boolean hasEscaped() {
            return false;
        }
    }
}
