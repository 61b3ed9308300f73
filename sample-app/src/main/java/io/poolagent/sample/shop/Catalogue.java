package io.poolagent.sample.shop;

/** What the shop sells and to whom: the same at every start, so that requests can name parts and customers by number. */
public final class Catalogue {

    /** Parts are numbered from 1 to this. */
    public static final int PARTS = 240;

    /** Customers are numbered from 1 to this. */
    public static final int CUSTOMERS = 200;

    /** On the shelf of each part at the start. */
    public static final int ON_HAND = 10_000;

    private static final String[] CATEGORIES = {"bearings", "belts", "bolts", "filters", "gaskets", "pumps"};

    private static final String[] CITIES = {"Aachen", "Brno", "Cork", "Dijon", "Espoo"};

    private Catalogue() {}

    /** How many categories there are. */
    public static int categories() {
        return CATEGORIES.length;
    }

    /** The name of a category, numbered from 0. */
    public static String category(int number) {
        return CATEGORIES[number];
    }

    static String categoryOf(int part) {
        return CATEGORIES[part % CATEGORIES.length];
    }

    static String nameOf(int part) {
        String category = categoryOf(part);
        return category.substring(0, category.length() - 1) + " no. " + part;
    }

    static int priceOf(int part) {
        return 150 + part * 37 % 4999;
    }

    static String cityOf(int customer) {
        return CITIES[customer % CITIES.length];
    }

    static long creditOf(int customer) {
        return 20_000L + customer * 7919L % 180_000L;
    }
}
