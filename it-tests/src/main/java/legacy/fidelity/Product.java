package legacy.fidelity;

/** What a program knows of the product behind a URL. */
public enum Product {
    POSTGRES("jdbc:postgresql:"),
    MARIADB("jdbc:mariadb:"),
    MYSQL("jdbc:mysql:"),
    H2("jdbc:h2:"),
    HSQLDB("jdbc:hsqldb:"),
    DERBY("jdbc:derby:"),
    SQLITE("jdbc:sqlite:");

    private final String scheme;

    Product(String scheme) {
        this.scheme = scheme;
    }

    /** The product of a URL. */
    public static Product of(String url) {
        for (Product each : values()) {
            if (url.startsWith(each.scheme)) {
                return each;
            }
        }
        throw new IllegalArgumentException("no product known for " + url);
    }

    /** Whether the server is MariaDB, by either driver. */
    public boolean isMariaDbServer() {
        return this == MARIADB || this == MYSQL;
    }

    /** Whether a session can be asked for a number of its own. */
    public boolean numbersSessions() {
        return this != DERBY && this != SQLITE;
    }

    /** A query of one row and one number. */
    public String one() {
        return this == HSQLDB || this == DERBY ? "VALUES (1)" : "SELECT 1";
    }
}
