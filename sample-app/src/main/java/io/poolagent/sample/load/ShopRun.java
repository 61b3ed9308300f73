package io.poolagent.sample.load;

import io.poolagent.sample.cli.Options;
import io.poolagent.sample.observe.Observation;
import io.poolagent.sample.observe.ServerObserver;
import io.poolagent.sample.shop.ClosingReport;
import io.poolagent.sample.shop.Count;
import io.poolagent.sample.shop.Database;
import io.poolagent.sample.shop.Shop;
import io.poolagent.sample.shop.Tables;
import io.poolagent.sample.shop.Tally;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/**
 * One day in the shop: tables made new, connecting measured, requests served, books read. Standard output is the same for the same
 * seed and number of requests, but for the block of figures.
 */
public final class ShopRun {

    private final Options options;
    private final Database database;
    private final ServerObserver observer;
    private final PrintStream out;
    private final Progress progress;

    /**
     * A run.
     *
     * @param observer asks the server; the caller closes it
     * @param out gets the results
     */
    public ShopRun(Options options, Database database, ServerObserver observer, PrintStream out, Progress progress) {
        this.options = options;
        this.database = database;
        this.observer = observer;
        this.out = out;
        this.progress = progress;
    }

    /**
     * Does it.
     *
     * @return whether all requests succeeded and every session was fresh
     * @throws SQLException when the database failed outside of a request
     */
    public boolean run() throws SQLException, InterruptedException {
        Tables.reset(database);
        printHeading();
        Figures figures = new Figures();
        if (options.connectSeconds() > 0) {
            measureConnecting(figures);
        }
        Tally tally = new Tally();
        boolean served = serve(figures, tally);
        progress.done();
        figures.print(out);
        ClosingReport.print(database, tally, out);
        out.flush();
        boolean fresh = tally.sum(Count.STALE_SESSIONS) == 0;
        if (!fresh) {
            progress.say("A connection that had just been made was not fresh: its session knew a clerk already.");
        }
        return served && fresh;
    }

    private void printHeading() throws SQLException {
        Connection c = database.connect();
        try {
            DatabaseMetaData metaData = c.getMetaData();
            out.println("Parts shop on " + metaData.getDatabaseProductName() + " "
                    + metaData.getDatabaseProductVersion() + ", " + options.threads() + " clerks, "
                    + (options.requests() > 0 ? options.requests() + " requests" : options.seconds() + " s")
                    + ", seed " + options.seed());
        } finally {
            c.close();
        }
    }

    private void measureConnecting(Figures figures) throws SQLException, InterruptedException {
        observer.begin();
        ConnectLoad load = new ConnectLoad(database, options.threads(), options.connectSeconds(), progress);
        figures.put(Figure.CONNECTS_PER_SECOND, load.run());
        Observation seen = observer.end();
        figures.putCount(Figure.CONNECT_OPENED, seen.opened());
        figures.putCount(Figure.CONNECT_PEAK, seen.peak());
    }

    private boolean serve(Figures figures, Tally tally) throws SQLException, InterruptedException {
        observer.begin();
        Shop shop = new Shop(database, tally, options.seed());
        ShopLoad load = new ShopLoad(shop, options.threads(), options.requests(), options.seconds(), progress);
        load.run(figures);
        Observation seen = observer.end();
        figures.putCount(Figure.SHOP_OPENED, seen.opened());
        if (seen.opened() != Observation.UNKNOWN && load.served() > 0) {
            figures.put(Figure.SHOP_OPENED_PER_100, seen.opened() * 100.0 / load.served());
        }
        figures.putCount(Figure.SHOP_PEAK, seen.peak());
        figures.putCount(Figure.FORGOTTEN, tally.sum(Count.FORGOTTEN));
        figures.putCount(Figure.STILL_OPEN, seen.open());
        return load.failed() == 0;
    }
}
