package io.poolagent.sample.cli;

import io.poolagent.sample.server.DatabaseServers;

/** The options, each declared once: the parser and the help text come from here. */
@SuppressWarnings("ImmutableEnumChecker") // A check is a constant, but for the predicate, which has no state.
enum Option {
    DB("--db", "NAME", Check.oneOf(DatabaseServers.NAMES), false, "the database to start and to work on (postgres)"),
    URL(
            "--url",
            "URL",
            Check.beginning("jdbc:"),
            false,
            "a database of one's own instead; its tables shop_* are replaced"),
    USER("--user", "NAME", Check.text(), false, "the user for --url"),
    PASSWORD(
            "--password",
            "TEXT",
            Check.anything(),
            false,
            "the password for --url; the environment variable SHOP_PASSWORD keeps it out of ps"),
    THREADS("--threads", "N", Check.whole(1, 1000), false, "how many clerks work at once (8)"),
    SECONDS("--seconds", "N", Check.whole(1, 86_400), false, "how long they work (10)"),
    REQUESTS(
            "--requests",
            "N",
            Check.whole(1, Long.MAX_VALUE),
            false,
            "how many requests they serve, instead of --seconds"),
    SEED("--seed", "N", Check.whole(Long.MIN_VALUE, Long.MAX_VALUE), false, "decides what the requests are about (42)"),
    CONNECT_SECONDS(
            "--connect-seconds",
            "N",
            Check.whole(0, 86_400),
            false,
            "how long connect + query + close is measured, after half as long for warming up (6; 0 leaves it out)"),
    AGENT(
            "--agent",
            "PATH",
            Check.text(),
            true,
            "the agent's jar (../../agent/target/pool-agent.jar, seen from this jar)"),
    AGENT_OPTIONS("--agent-options", "TEXT", Check.text(), true, "options for the agent, for example pool.max=10"),
    JAVA_HOME("--java-home", "DIR", Check.text(), true, "the Java that both runs use (the one that runs this)"),
    /** How the runs of a comparison are told where to ask about the server; not for people. */
    OBSERVER("--observer", "PORT", Check.whole(1, 65_535), false, "");

    final String text;
    final String placeholder;
    final Check check;
    final boolean ofCompareOnly;
    final String help;

    Option(String text, String placeholder, Check check, boolean ofCompareOnly, String help) {
        this.text = text;
        this.placeholder = placeholder;
        this.check = check;
        this.ofCompareOnly = ofCompareOnly;
        this.help = help;
    }
}
