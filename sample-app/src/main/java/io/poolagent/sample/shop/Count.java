package io.poolagent.sample.shop;

/** What the shop counts while it works, because it is not in its tables. */
public enum Count {
    /** Rows of catalogue pages. */
    PARTS_SHOWN("parts shown on catalogue pages"),
    /** Prices of parts looked at, in cents. */
    PRICES_SHOWN("prices shown, in cents"),
    /** Customers greeted by name. */
    CUSTOMERS_GREETED("customers greeted"),
    /** Orders rolled back. */
    ORDERS_REFUSED("orders refused for lack of credit"),
    /** Generated keys that came back. */
    SLIPS_PRINTED("reservation slips printed"),
    /** Sums of quotes that were never meant to stay. */
    QUOTED("quoted to customers, in cents"),
    /** CRC-32 values of labels, added up. */
    LABEL_CHECKSUM("checksum of the labels printed"),
    /** Columns that the driver's metadata named. */
    COLUMNS_LISTED("columns listed in reports"),
    /** Results of slow queries. */
    SLOW_ANSWERS("found by slow searches"),
    /** Sessions in which somebody had been before. */
    STALE_SESSIONS("sessions that were not fresh"),
    /** Reports that left their connection open. */
    FORGOTTEN("connections that reports forgot to close");

    private final String label;

    Count(String label) {
        this.label = label;
    }

    /** The words for people. */
    public String label() {
        return label;
    }
}
