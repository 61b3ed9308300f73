package io.poolagent.sample.shop;

import io.poolagent.sample.shop.request.BrowseCatalogue;
import io.poolagent.sample.shop.request.ForgetfulReport;
import io.poolagent.sample.shop.request.GreetCustomer;
import io.poolagent.sample.shop.request.KeepAudit;
import io.poolagent.sample.shop.request.MakeQuote;
import io.poolagent.sample.shop.request.PlaceOrder;
import io.poolagent.sample.shop.request.PrintLabel;
import io.poolagent.sample.shop.request.ReceiveGoods;
import io.poolagent.sample.shop.request.Request;
import io.poolagent.sample.shop.request.ReserveParts;
import io.poolagent.sample.shop.request.ShowPart;
import io.poolagent.sample.shop.request.SlowSearch;
import io.poolagent.sample.shop.request.StockReport;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The shop's front door: decides what request number i is about and has it served. Safe for many threads. */
public final class Shop {

    /** One request in so many is the report that forgets to close. */
    public static final int FORGETS_ONE_IN = 10_000;

    private static final int SHARES = 1000;

    /** Random numbers from neighbouring seeds resemble each other; multiples of this do not. */
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    private final long seed;
    private final List<Request> byShare = new ArrayList<>(SHARES);
    private final Request forgetful;

    /**
     * A shop over tables that {@link Tables#reset} has made.
     *
     * @param database where the books are
     * @param tally where to count
     * @param seed decides, with its number, what a request is about
     */
    public Shop(Database database, Tally tally, long seed) {
        this.seed = seed;
        forgetful = new ForgetfulReport(database, tally);
        share(400, new BrowseCatalogue(database, tally));
        share(150, new ShowPart(database, tally));
        share(150, new GreetCustomer(database, tally));
        share(140, new PlaceOrder(database, tally));
        share(60, new ReceiveGoods(database));
        share(50, new ReserveParts(database, tally));
        share(30, new MakeQuote(database, tally));
        share(10, new PrintLabel(database, tally));
        share(6, new KeepAudit(database, tally));
        share(2, new StockReport(database, tally));
        share(2, new SlowSearch(database, tally));
    }

    private void share(int shares, Request request) {
        for (int i = 0; i < shares; i++) {
            byShare.add(request);
        }
    }

    /**
     * Serves a request.
     *
     * @param number counted from 0
     * @throws SQLException when it failed; what it had begun is rolled back
     */
    public void serve(long number) throws SQLException {
        Random random = new Random((seed + number) * SCATTER);
        Request request = byShare.get(random.nextInt(byShare.size()));
        // By turns rather than by chance: even a short run has one, and none has many.
        if (Math.floorMod(seed + number, (long) FORGETS_ONE_IN) == FORGETS_ONE_IN / 20) {
            request = forgetful;
        }
        request.serve(random);
    }
}
