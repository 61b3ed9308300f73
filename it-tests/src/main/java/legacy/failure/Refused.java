package legacy.failure;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import legacy.net.Relay;

/**
 * Connects to a port where every connect is accepted, counted and closed, three times for each driver, and prints what
 * was thrown, where, and how many connects came. Arguments: URLs with a port of 1.
 */
public final class Refused {
    private Refused() {}

    public static void main(String[] arguments) throws Exception {
        for (String url : arguments) {
            try (Relay nobody = Relay.toNobody()) {
                for (int call = 1; call <= 3; call++) {
                    int before = nobody.connects();
                    String outcome = attempt(nobody.in(url), nobody.port());
                    System.out.println(
                            url + ", call " + call + ": " + (nobody.connects() - before) + " connects, " + outcome);
                }
            }
        }
    }

    static String attempt(String url, int port) {
        try (Connection connection = DriverManager.getConnection(url, "me", "secret")) {
            return "connected";
        } catch (SQLException e) {
            return describe(e, port);
        }
    }

    static String describe(SQLException e, int port) {
        boolean here = false;
        for (StackTraceElement frame : e.getStackTrace()) {
            here |= frame.getClassName().startsWith("legacy.failure.");
        }
        String message = String.valueOf(e.getMessage())
                .replace(String.valueOf(port), "PORT")
                .replaceAll("\\s+", " ");
        return e.getClass().getName() + " " + e.getSQLState() + "/" + e.getErrorCode() + " '" + message + "'"
                + (here ? " in the calling thread" : " from elsewhere");
    }
}
