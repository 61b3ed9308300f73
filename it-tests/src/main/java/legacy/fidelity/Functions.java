package legacy.fidelity;

import java.sql.SQLException;

/** A function of the server's: twice a number. */
final class Functions {
    private Functions() {}

    /** Makes it where the product can. */
    static void make(Bench bench) throws SQLException {
        switch (bench.product) {
            case POSTGRES:
                bench.run("CREATE OR REPLACE FUNCTION fidelity_twice(x INT) RETURNS INT LANGUAGE SQL AS"
                        + " $$ SELECT 2 * x $$");
                break;
            case MARIADB:
            case MYSQL:
                bench.run("CREATE OR REPLACE FUNCTION fidelity_twice(x INT) RETURNS INT DETERMINISTIC RETURN 2 * x");
                break;
            case H2:
                bench.run("CREATE ALIAS IF NOT EXISTS fidelity_twice AS 'int twice(int x) { return 2 * x; }'");
                break;
            case HSQLDB:
                bench.run("DROP FUNCTION fidelity_twice IF EXISTS");
                bench.run("CREATE FUNCTION fidelity_twice(x INT) RETURNS INT RETURN 2 * x");
                break;
            default:
                break;
        }
    }
}
