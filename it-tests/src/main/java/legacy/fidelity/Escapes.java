package legacy.fidelity;

import java.sql.SQLException;

/** The driver's own objects and setters: what leaves with them, and what they leave in the driver. */
public final class Escapes implements Topic {
    @Override
    public void setUp(Bench bench) throws SQLException {
        Rows.make(bench);
    }

    @Override
    public void list(Cases cases) {
        switch (cases.product()) {
            case POSTGRES:
                new PostgresEscapes(cases).list();
                new PostgresNotices(cases).list();
                new PostgresTypes(cases).list();
                break;
            case MARIADB:
                new MariaDbEscapes(cases).list();
                break;
            case MYSQL:
                new ConnectorJEscapes(cases).list();
                break;
            case H2:
                H2Escapes.list(cases);
                break;
            case HSQLDB:
                HsqldbEscapes.list(cases);
                break;
            case DERBY:
                DerbyEscapes.list(cases);
                break;
            default:
                SqliteEscapes.list(cases);
        }
    }
}
