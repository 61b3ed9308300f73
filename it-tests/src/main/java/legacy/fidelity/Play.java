package legacy.fidelity;

import legacy.Account;

/**
 * Plays the cases of a topic, each under a heading of its own. Arguments: the topic's class, the case's name ({@code *}
 * for all of them), URL, user and password, and the same three for the administrator.
 */
public final class Play {
    private Play() {}

    public static void main(String[] arguments) throws Exception {
        Class<? extends Topic> type = Class.forName(arguments[0]).asSubclass(Topic.class);
        Account account = new Account(arguments[2], arguments[3], arguments[4]);
        Bench bench = new Bench(account, new Account(arguments[5], arguments[6], arguments[7]));
        Cases.make(type).setUp(bench);
        for (Cases.Case each : Cases.of(type, bench.product)) {
            if (arguments[1].equals("*") || arguments[1].equals(each.name)) {
                play(each, bench);
            }
        }
    }

    private static void play(Cases.Case each, Bench bench) {
        bench.begin(each.name);
        try {
            each.body.play(bench);
        } catch (Exception | LinkageError e) {
            System.out.println("uncaught " + Show.failure(e));
            e.printStackTrace();
        }
        bench.end();
    }
}
