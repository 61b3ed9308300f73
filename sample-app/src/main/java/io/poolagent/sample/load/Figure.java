package io.poolagent.sample.load;

/** What a run measures, in the order in which it is printed. */
public enum Figure {
    /** Throughput of connect + shortest query + close. */
    CONNECTS_PER_SECOND(Section.CONNECT, "per second", 0, true),
    /** Connections that this opened at the server, warm-up included. */
    CONNECT_OPENED(Section.CONNECT, "connections opened at the server", 0, true),
    /** The most of them at once. */
    CONNECT_PEAK(Section.CONNECT, "connections at the server at once, at most", 0, false),
    /** Requests served. */
    REQUESTS(Section.SHOP, "requests", 0, false),
    /** Those of them that failed. */
    FAILED(Section.SHOP, "requests that failed", 0, false),
    /** Throughput. */
    REQUESTS_PER_SECOND(Section.SHOP, "requests per second", 0, true),
    /** Median latency. */
    LATENCY_P50(Section.SHOP, "latency in ms, p50", 2, true),
    /** 95th percentile. */
    LATENCY_P95(Section.SHOP, "latency in ms, p95", 2, true),
    /** 99th percentile. */
    LATENCY_P99(Section.SHOP, "latency in ms, p99", 2, true),
    /** The slowest request. */
    LATENCY_MAX(Section.SHOP, "latency in ms, max", 2, true),
    /** Connections that the shop opened at the server. */
    SHOP_OPENED(Section.SHOP, "connections opened at the server", 0, true),
    /** The same for each hundred requests. */
    SHOP_OPENED_PER_100(Section.SHOP, "the same per 100 requests", 2, true),
    /** The most of them at once. */
    SHOP_PEAK(Section.SHOP, "connections at the server at once, at most", 0, false),
    /** Connections that the report did not close. */
    FORGOTTEN(Section.LEAKS, "connections that the report forgot to close", 0, false),
    /** Connections that the server had when nobody needed one any more. */
    STILL_OPEN(Section.LEAKS, "open at the server after the last request", 0, false);

    private final Section section;
    private final String label;
    private final int decimals;
    private final boolean comparable;

    Figure(Section section, String label, int decimals, boolean comparable) {
        this.section = section;
        this.label = label;
        this.decimals = decimals;
        this.comparable = comparable;
    }

    /** Under which heading it stands. */
    public Section section() {
        return section;
    }

    /** The words for people, unique in its section. */
    public String label() {
        return label;
    }

    /** Whether the ratio of two of its values says something. */
    public boolean comparable() {
        return comparable;
    }

    int decimals() {
        return decimals;
    }

    /** The headings. */
    public enum Section {
        /** The bare cost of connecting. */
        CONNECT("connect + SELECT 1 + close"),
        /** The shop at work. */
        SHOP("the shop at work"),
        /** What was left open. */
        LEAKS("left open");

        private final String title;

        Section(String title) {
            this.title = title;
        }

        /** The words for people. */
        public String title() {
            return title;
        }
    }
}
