package legacy.standin.tds;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import legacy.standin.sqlserver.SqlServerProduct;

/**
 * Runs another program on Microsoft's own driver, against the stand-in's server behind TDS. Arguments: the program, user,
 * password, and what the program wants besides.
 */
public final class OnTds {
    private OnTds() {}

    public static void main(String[] arguments) throws Throwable {
        String url = "jdbc:sqlserver://127.0.0.1:" + start() + ";encrypt=false;connectRetryCount=0";
        String[] others = Arrays.copyOf(arguments, arguments.length);
        others[0] = url;
        try {
            Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) others);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static int start() throws IOException {
        return TdsServer.start(SqlServerProduct.INSTANCE).port();
    }
}
