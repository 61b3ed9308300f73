package io.poolagent.sample;

import io.poolagent.sample.cli.Options;
import io.poolagent.sample.load.Progress;
import io.poolagent.sample.load.ShopRun;
import io.poolagent.sample.observe.RemoteObserver;
import io.poolagent.sample.observe.ServerObserver;
import io.poolagent.sample.server.ServerStartException;
import io.poolagent.sample.shop.Database;
import java.io.PrintStream;
import java.sql.SQLException;

/** The command {@code run}. */
final class RunCommand {

    private RunCommand() {}

    /** The exit code. */
    static int run(Options options, PrintStream out, Progress progress)
            throws ServerStartException, SQLException, InterruptedException {
        try (Place place = Place.open(options, progress)) {
            Database database = new Database(place.url(), place.user(), place.password());
            try (ServerObserver observer = observer(options, place)) {
                return new ShopRun(options, database, observer, out, progress).run() ? 0 : 1;
            }
        }
    }

    private static ServerObserver observer(Options options, Place place) throws SQLException {
        return options.observerPort() > 0 ? new RemoteObserver(options.observerPort()) : place.observer();
    }
}
