package legacy.standin.shells;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Gets an object of each of the driver's classes as an application gets it, and calls all its methods. Prints for each
 * class what does not fit, or {@code fits}. Arguments: names of classes.
 */
public final class Shells {
    /** Applications keep what they use; here it is kept so that nothing is collected and closed in between. */
    private static final List<Object> KEPT = new ArrayList<>();

    private Shells() {}

    public static void main(String[] classNames) throws Exception {
        DriverManager.registerDriver(new ShellDriver());
        for (String name : classNames) {
            Class<?> type = Class.forName(name);
            Object object = get(type);
            KEPT.add(object);
            Sweep sweep = new Sweep(object, type);
            sweep.callAll();
            String faults = list("can not be cast to", sweep.missingTypes())
                    + list("broken", sweep.broken())
                    + list("touched on the handle", sweep.touchedFields());
            System.err.println(name + " as " + object.getClass().getName() + ", methods " + sweep.calls());
            System.out.println(name + "=" + (faults.isEmpty() ? "fits" : faults));
        }
        Runtime.getRuntime().halt(0); // these objects are not fit to be closed
    }

    private static String list(String what, java.util.Set<String> faults) {
        return faults.isEmpty() ? "" : what + " " + faults + "; ";
    }

    private static Object get(Class<?> type) throws SQLException {
        boolean whole = Connection.class.isAssignableFrom(type);
        Connection connection =
                DriverManager.getConnection((whole ? ShellDriver.CONNECTION : ShellDriver.PART) + type.getName());
        KEPT.add(connection);
        if (whole) {
            return connection;
        }
        if (CallableStatement.class.isAssignableFrom(type)) {
            return connection.prepareCall("SELECT 1");
        }
        if (PreparedStatement.class.isAssignableFrom(type)) {
            return connection.prepareStatement("SELECT 1");
        }
        if (DatabaseMetaData.class.isAssignableFrom(type)) {
            return connection.getMetaData();
        }
        Statement statement = connection.createStatement();
        KEPT.add(statement);
        return ResultSet.class.isAssignableFrom(type) ? statement.executeQuery("SELECT 1") : statement;
    }
}
